using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Refuses a word where the passages have its opposite: rose for fell, won for lost.</summary>
internal static class DirectionCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        for (var i = 0; i < alignment.Words.Count; i++)
        {
            var word = alignment.Words[i];
            if (word.Is(WordKind.Name) || (word.Is(WordKind.Figure) && char.IsDigit(word.Text[0])) || word.InQuotes || IsMerely(alignment.Words, i)
                || IsPartOf(alignment.Words, i) || IsTurnedTwice(alignment, i) || OppositeWords.SidesOf(word.Stem) is not { Count: > 0 } sides) continue;
            if (!alignment.KeepsWord(i) && Opposite(alignment, i, sides) is { } other)
            {
                yield return new Objection(ObjectionKind.Direction, word.Text, $"the cited passages say “{other.Text}”, not “{word.Text}”");
            }
        }
    }

    // "More than made up for"; "the refusal", which may be what is welcomed.
    private static bool IsMerely(IReadOnlyList<Word> words, int at) =>
        (words[at].Lower is "before" or "after" && (at + 1 == words.Count || words[at + 1].Clause != words[at].Clause || (at > 0 && words[at - 1].Lower is "as" or "than" or "ever" or "never")))
        || (words[at].Lower == "pass" && at > 0 && GrammarWords.Determiners.Contains(words[at - 1].Lower))
        || (words[at].Lower is "lower" or "upper" or "higher" && at + 1 < words.Count && words[at + 1].Lower is "end" or "bound" or "half" or "part" or "limit" or "range" or "house" or "chamber" or "court")
        || (words[at].Lower is "fewer" or "less" or "more" && at > 0 && words[at - 1].Lower is "no" or "not") || (words[at].Lower == "more" && at + 2 < words.Count && words[at + 1].Lower == "than" && !words[at + 2].Is(WordKind.Figure))
        || (words[at].Lower is "beaten" or "defeated" && (at == 0 || words[at - 1].Clause != words[at].Clause || GrammarWords.Be.Contains(words[at - 1].Lower)))
        || (words[at].Lower is "refusal" or "rejection" or "denial" or "objection" or "opposition" && at > 0 && GrammarWords.Determiners.Contains(words[at - 1].Lower));

    /// <summary>"Less strongly" for "more weakly".</summary>
    private static bool IsTurnedTwice(Alignment alignment, int at)
    {
        var words = alignment.Words;
        var degree = words[at].Lower is "more" or "less" ? at : at > 0 && words[at - 1].Lower is "more" or "less" ? at - 1 : -1;
        if (degree < 0 || degree + 1 >= words.Count) return false;
        var sides = OppositeWords.SidesOf(words[degree + 1].Stem);
        return alignment.Evidence.Passages.Any(p => Enumerable.Range(0, p.Words.Count - 1).Any(j => p.Words[j].Lower is "more" or "less" && p.Words[j].Lower != words[degree].Lower
            && OppositeWords.SidesOf(p.Words[j + 1].Stem).Any(s => sides.Contains(s ^ 1))));
    }

    // "The start of September" starts nothing.
    private static bool IsPartOf(IReadOnlyList<Word> words, int at) =>
        at > 0 && at + 1 < words.Count && words[at + 1].Lower == "of" && words[at - 1].Lower == "the"
            && words[at].Lower is "start" or "end" or "beginning" or "close" or "opening";

    private static Word? Opposite(Alignment alignment, int at, IReadOnlyList<int> sides)
    {
        var (same, other) = (0.0, 0.0);
        Word? opposite = null;
        for (var p = 0; p < alignment.Evidence.Passages.Count; p++)
        {
            var words = alignment.Evidence.Passages[p].Words;
            for (var j = 0; j < words.Count; j++)
            {
                if (words[j].Is(WordKind.Name) || (words[j].Is(WordKind.Figure) && char.IsDigit(words[j].Text[0]))) continue;
                var theirs = OppositeWords.SidesOf(words[j].Stem);
                var agrees = words[j].Stem == alignment.Words[at].Stem || theirs.Any(sides.Contains) || (!theirs.Any(s => sides.Contains(s ^ 1)) && words[j].Means(alignment.Words[at]));
                var differs = !agrees && theirs.Any(s => sides.Contains(s ^ 1));
                if (!agrees && !differs) continue;
                var likeness = alignment.Likeness(at, at, new Place(p, j), new Place(p, j));
                // A negated opposite is no opposite: "did not lose".
                var denies = words[j].PlainlyNegated != alignment.Words[at].PlainlyNegated;
                if (agrees != denies || (differs && words[j].Negated != alignment.Words[at].Negated)) same = Math.Max(same, likeness);
                else if (differs && likeness > other) (other, opposite) = (likeness, words[j]);
            }
        }

        // The sentence says the other, too, of something else.
        if (opposite is not null && other < same + CheckingWeights.SameMatter && alignment.Words.Index().Any(w => w.Item.Clause != alignment.Words[at].Clause && w.Item.Stem == opposite.Stem)) return null;
        return other > same + CheckingWeights.OtherDirection && other >= CheckingWeights.SameMatter ? opposite : null;
    }
}
