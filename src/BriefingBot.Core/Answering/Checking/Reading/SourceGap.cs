using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>What stands in a sentence of a passage between the words that two of a sentence's words were taken from.</summary>
/// <param name="From">The first word of it.</param>
/// <param name="To">The word behind it.</param>
internal sealed record SourceGap(IReadOnlyList<Word> Text, int From, int To)
{
    public IEnumerable<Word> Words => Enumerable.Range(From, Math.Max(0, To - From)).Select(i => Text[i]);

    public int Length => To - From;

    /// <summary>Without what follows "to", "will" or "she", which is a verb.</summary>
    public IEnumerable<Word> Nominals() => Enumerable.Range(From, Math.Max(0, To - From)).Where(i => Nouns.MayStandForAnother(Text[i])
        && !(Text[i].Is(WordKind.Content) && i > 0 && Text[i].Clause == Text[i - 1].Clause && (Text[i - 1].Lower is "will" or "would" or "could" or "may" or "might" or "must" or "can" or "should" or "did" or "does" or "do" || GrammarWords.Pronouns.Contains(Text[i - 1].Lower))))
        .Select(i => Text[i]);

    /// <param name="before">The word before it, or -1: then it begins with the clause.</param>
    /// <param name="after">The word behind it, or -1: then it ends with the clause.</param>
    /// <param name="reach">Words of earlier clauses that a gap without a beginning may take in, up to a verb: "Ann Ode, the mayor, …".</param>
    public static SourceGap Between(TextReading text, int sentence, int before, int after, int reach = 0)
    {
        var words = text.Words;
        var (from, to) = (before >= 0 ? before + 1 : after, after >= 0 ? after : before + 1);
        while (before < 0 && from > 0 && words[from - 1].Sentence == sentence
            && (words[from - 1].Clause == words[to].Clause || (to - from < reach && !ClauseReader.IsVerb(words[from - 1])))) from--;
        while (after < 0 && to < words.Count && words[to].Sentence == sentence && words[to].Clause == words[before].Clause) to++;
        return new SourceGap(words, from, to);
    }
}
