using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Parts clauses at joining words, and decides which first words of sentences are names.</summary>
internal static class ClauseReader
{
    public static List<Word> Part(List<Word> words, string text)
    {
        var added = 0;
        var read = new List<Word>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].OpensSentence && (GrammarWords.ClauseOpeners.Contains(words[i].Lower) || JoinsVerbs(words, i))) added++;
            var kind = words[i].OpensSentence && words[i].Is(WordKind.Name) && !OpensWithName(words, i, text) ? WordKind.Content : words[i].Kind;
            read.Add(words[i] with { Clause = words[i].Clause + added, Kind = kind });
        }

        return ScopeReader.Mark(read);
    }

    /// <summary>A past form or a third person that can be told without a dictionary.</summary>
    public static bool IsVerb(Word word) => !word.Is(WordKind.Name) && !IsState(word.Lower)
        && (IrregularForms.IsVerb(word.Lower) || GrammarWords.PresentForms.Contains(word.Lower) || (word.Lower.Length > 4
        && word.Lower.EndsWith("ed", StringComparison.Ordinal)));

    // "Unharmed" tells how someone is.
    private static bool IsState(string lower) =>
        lower.StartsWith("un", StringComparison.Ordinal)
            && lower is not ("unveiled" or "uncovered" or "unearthed" or "unleashed" or "underwent" or "understood" or "undertook" or "united" or "undermined");

    private static bool JoinsVerbs(List<Word> words, int at)
    {
        if (words[at].Lower is not "and" || at + 1 >= words.Count) return false;
        for (var next = at + 1; next < Math.Min(words.Count, at + 5); next++)
        {
            if (words[next].Clause != words[at].Clause) return false;
            if (IsVerb(words[next]) || (next == at + 1 && GrammarWords.DenyingVerbs.Contains(words[next].Lower)) || (words[next].Is(WordKind.Function)
                && GrammarWords.Auxiliaries.Contains(words[next].Lower))) return true;
        }

        return false;
    }

    // Every sentence begins with a capital, so the word after it has to tell.
    private static bool OpensWithName(List<Word> words, int at, string text)
    {
        if (words[at].Text.Skip(1).Any(char.IsUpper) || Quotes.FirstNames.IsKnown(words[at].Text)) return true;
        return at + 1 < words.Count && words[at + 1].Is(WordKind.Name) && text.AsSpan(words[at].Span.End, words[at + 1].Span.Start - words[at].Span.End) is " " or "-";
    }
}
