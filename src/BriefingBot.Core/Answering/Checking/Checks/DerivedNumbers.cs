using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Numbers that a passage does not state but that follow from two of its numbers: a difference, a sum, a share.</summary>
internal static class DerivedNumbers
{
    private static readonly WordSet Comparing = new("""
        more less fewer additional extra further rise rises rose risen increase increases increased grew grown grow growth up down drop dropped fell fallen fall cheaper dearer
        sells costs cost heavier lighter longer shorter higher lower larger smaller ahead behind difference gap total altogether combined together all both up undercuts undercut than over
        """);

    private static readonly WordSet Rough = new("about around roughly approximately some nearly almost close just more less fewer over under slightly than");

    public static bool IsDerived(Alignment alignment, Quantity mine)
    {
        var sentence = alignment.Sentence;
        if (mine.IsOrdinal) return false;
        if (mine.Last + 1 < sentence.Words.Count && sentence.Words[mine.Last + 1].Lower == "times") return alignment.Evidence.Passages.Any(p => Pairs(p).Any(pair => pair.Lesser.Value > 0 && Math.Round(pair.Greater.Value / pair.Lesser.Value) == mine.Value));
        if (IsShare(sentence, mine)) return alignment.Evidence.Passages.Any(p => HasShare(sentence, mine, p));
        if (mine.Value < CheckingWeights.SmallestDerived || !Compares(sentence, mine) || StandsForAnother(alignment, mine)) return false;
        return alignment.Evidence.Passages.Any(p => Pairs(p).Any(pair => pair.Greater.Unit == mine.Unit && FitsNoun(sentence, mine, p, pair.Greater)
            && (pair.Greater.Value - pair.Lesser.Value == mine.Value || pair.Greater.Value + pair.Lesser.Value == mine.Value)));
    }

    /// <summary>"Two-thirds have not been recovered" where "a third has".</summary>
    public static bool IsComplement(Alignment alignment, Quantity mine) =>
        mine.Unit == "%" && alignment.Evidence.Passages.Any(p => p.Quantities.Any(q => q.Unit == "%" && Math.Abs(100 - q.Value - mine.Value) <= 0.2m));

    private static bool IsShare(TextReading sentence, Quantity mine) => mine.Unit == "%" && char.IsLetter(sentence.Words[mine.First].Text[0]);

    private static bool HasShare(TextReading sentence, Quantity mine, TextReading passage)
    {
        var (above, below) = Room(sentence, mine);
        bool Fits(decimal percent) => percent >= mine.Value - below && percent <= mine.Value + above;
        var denied = sentence.Words[mine.First].Negated;
        return passage.Quantities.Any(q => q.Unit == "%" && (Fits(q.Value) || (denied != passage.Words[q.First].Negated && Math.Abs(100 - q.Value - mine.Value) <= 0.2m)))
            || Pairs(passage).Any(pair => pair.Lesser.Value > 0 && (Fits(100 * pair.Lesser.Value / pair.Greater.Value) || Fits(100 * (pair.Greater.Value - pair.Lesser.Value) / pair.Lesser.Value)));
    }

    /// <summary>How far a share may be off, in points: "about a third" is 30 to 36, "less than half" 38 to 50.</summary>
    private static (decimal Above, decimal Below) Room(TextReading sentence, Quantity mine)
    {
        var before = mine.First > 0 ? sentence.Words[mine.First - 1].Lower : "";
        var first = mine.First > 1 && before == "than" ? sentence.Words[mine.First - 2].Lower : before;
        return first switch
        {
            "less" or "fewer" or "under" or "below" or "almost" or "nearly" => (0, CheckingWeights.LooseShare),
            "more" or "over" or "above" => (CheckingWeights.LooseShare, 0),
            _ when Rough.Contains(first) => (CheckingWeights.RoughShare, CheckingWeights.RoughShare),
            _ => (0.2m, 0.2m),
        };
    }

    // In the very place of another number it is a wrong one, whatever it may be the sum of.
    private static bool StandsForAnother(Alignment alignment, Quantity mine) => alignment.Evidence.Passages.Index().Any(p => p.Item.Quantities.Any(q => q.Unit == mine.Unit
        && alignment.Likeness(mine.First, mine.Last, new Place(p.Index, q.First), new Place(p.Index, q.Last)) >= CheckingWeights.SamePlace));

    private static bool Compares(TextReading sentence, Quantity mine) =>
        sentence.Words.Any(w => w.Sentence == sentence.Words[mine.First].Sentence && Math.Abs(w.Clause - sentence.Words[mine.First].Clause) <= 1 && Comparing.Contains(w.Lower));

    private static bool FitsNoun(TextReading sentence, Quantity mine, TextReading passage, Quantity other) =>
        QuantityMatch.UnitNoun(sentence, mine) is not { } unit || unit == QuantityMatch.UnitNoun(passage, other);

    private static IEnumerable<(Quantity Greater, Quantity Lesser)> Pairs(TextReading passage)
    {
        foreach (var a in passage.Quantities)
        {
            foreach (var b in passage.Quantities)
            {
                if (a.Value > b.Value && a.Unit == b.Unit && !a.IsOrdinal && !b.IsOrdinal && (a.Unit.Length > 1 || Math.Abs(passage.Words[a.First].Sentence - passage.Words[b.First].Sentence) <= 1)) yield return (a, b);
            }
        }
    }
}
