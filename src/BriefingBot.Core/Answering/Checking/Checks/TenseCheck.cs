using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>A verb that a passage has as possible or as still ahead stays so: no "will return" for "could return", no "has repaid" for "will repay".</summary>
internal static class TenseCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        for (var i = 0; i < alignment.Words.Count; i++)
        {
            var word = alignment.Words[i];
            if (alignment.Provenance[i] is not { } place || word.InQuotes || !ClauseReader.IsVerb(word) || !alignment.IsPredicate(i)) continue;
            var text = alignment.Evidence.Passages[place.Passage].Words;
            var (mine, theirs) = (Modal(alignment.Words, i), Modal(text, place.Index));
            if ((theirs == Hedge.Possible && mine < Hedge.Possible && word.Hedge < Hedge.Expected) || (text[place.Index].Hedge == Hedge.Possible && IsPlain(alignment, word)))
                yield return new Objection(ObjectionKind.Certainty, word.Text, $"the cited passages say “{word.Text}” only of what may be");
            else if (theirs == Hedge.Will && mine == Hedge.None && IsPerfect(alignment.Words, i))
                yield return new Objection(ObjectionKind.Certainty, word.Text, $"the cited passages say “{word.Text}” of what is still ahead");
        }
    }

    private static bool IsPlain(Alignment alignment, Word word) => word.Hedge == Hedge.None && !alignment.Words.Any(w => GrammarWords.Possible.Contains(w.Lower));

    private static Hedge Modal(IReadOnlyList<Word> words, int verb)
    {
        for (var i = verb - 1; i >= 0 && words[i].Clause == words[verb].Clause && (words[i].Is(WordKind.Function) || words[i].Lower.EndsWith("ly", StringComparison.Ordinal)) && !GrammarWords.Determiners.Contains(words[i].Lower); i--)
        {
            if (words[i].Lower is "could" or "may" or "might" && words[i].Text != "May") return Hedge.Possible;
            if (words[i].Lower is "will" or "would" or "to" or "shall") return Hedge.Will;
        }

        return Hedge.None;
    }

    private static bool IsPerfect(IReadOnlyList<Word> words, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - 3 && words[i].Is(WordKind.Function); i--)
        {
            if (words[i].Lower is "has" or "have" or "had") return true;
        }

        return false;
    }
}
