using System.Text.RegularExpressions;
using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Conflicts;

/// <summary>Two numbers for one thing, neither of them a bound, a rounding or an older count.</summary>
internal static partial class NumberConflict
{
    /// <summary>How far a number may be from its rounding, relative to the larger.</summary>
    private const decimal RoundedBy = 0.1m;

    public static Conflict? In(StatementPair pair)
    {
        var (first, second) = (pair.First, pair.Second);
        foreach (var mine in Measures(first))
        {
            // A value that the other one has, too, is no disagreement.
            if (second.Text.Quantities.Any(q => q.Equals(mine.Value, mine.Unit) || IsRounding(q, mine))) continue;
            foreach (var theirs in Measures(second))
            {
                if (mine.Unit != theirs.Unit || first.Text.Quantities.Any(q => q.Equals(theirs.Value, theirs.Unit)) || HasGrown(first.Text, mine, second.Text, theirs) || !SameThing(first, mine, second, theirs)) continue;
                if (pair.Conflict(ConflictKind.Number, (mine.First, mine.Last), (theirs.First, theirs.Last)) is { } conflict) return conflict;
            }
        }

        return null;
    }

    /// <summary>The only ones of their kind: of several, one cannot tell which belongs to what.</summary>
    private static IEnumerable<Quantity> Measures(Statement statement) => statement.Text.Quantities
        .Where(q => !q.IsOrdinal && !IsBound(statement.Words, q) && !IsClockOrAge(statement, q)
            && !statement.Text.Quantities.Any(other => other != q && other.Unit == q.Unit && SameNoun(statement.Words, q, statement.Words, other)));

    // Twelve killed and thirty injured are both true; and so are a rise by five per cent and one to five per cent.
    private static bool SameThing(Statement a, Quantity mine, Statement b, Quantity theirs)
    {
        var (first, second) = (a.VerbsAt(mine.First), b.VerbsAt(theirs.First));
        return SameNoun(a.Words, mine, b.Words, theirs) && first.Count == second.Count && first.All(v => second.Any(v.Means)) && Step(a.Words, mine) == Step(b.Words, theirs);
    }

    private static bool SameNoun(IReadOnlyList<Word> a, Quantity mine, IReadOnlyList<Word> b, Quantity theirs)
    {
        if (mine.Unit.Length > 0) return true;
        if (NounAfter(a, mine.Last) is not { } first || NounAfter(b, theirs.Last) is not { } second || !a[first].Means(b[second])) return false;
        return a[first].Stem != "degre" || (NounAfter(a, first) is { } scale && NounAfter(b, second) is { } other && a[scale].Means(b[other]));
    }

    private static int? NounAfter(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Clause == words[at].Clause && words[at + 1].IsContent ? at + 1 : null;

    private static string Step(IReadOnlyList<Word> words, Quantity quantity) =>
        quantity.First > 0 && words[quantity.First - 1].Lower is "by" or "to" or "from" ? words[quantity.First - 1].Lower : "";

    // "At least 12" does not contradict 15, and neither do "up to 15" and "from 12 to 15".
    private static bool IsBound(IReadOnlyList<Word> words, Quantity quantity) => Enumerable.Range(1, Math.Min(3, quantity.First)).Select(back => quantity.First - back).Any(i =>
        words[i].Lower is "least" or "than" or "over" or "most" or "under" or "between" or "exceed" or "approach"
        || (words[i].Lower == "to" && i > 0 && (words[i - 1].Is(WordKind.Figure) || words[i - 1].Lower is "up" or "close"))
        || (words[i].Lower == "as" && i + 1 < quantity.First && words[i + 1].Lower is "many" or "much" or "high" or "low" or "few"));

    private static bool IsClockOrAge(Statement statement, Quantity quantity)
    {
        var (words, text) = (statement.Words, statement.Text.Text);
        return Clock().IsMatch(text[words[quantity.Last].Span.End..]) || ClockBefore().IsMatch(text[..words[quantity.First].Span.Start])
            || (quantity.Last + 2 < words.Count && words[quantity.Last + 1].Lower.StartsWith("year", StringComparison.Ordinal) && words[quantity.Last + 2].Lower is "old" or "olds");
    }

    /// <summary>Of a count that the later report has larger, the earlier is the older one.</summary>
    private static bool HasGrown(TextReading a, Quantity mine, TextReading b, Quantity theirs) =>
        a.Published is { } first && b.Published is { } second && first != second && mine.Value < theirs.Value == first < second;

    private static bool IsRounding(Quantity a, Quantity b)
    {
        if (a.Value == 0 || b.Value == 0 || a.Unit != b.Unit) return false;
        var (apart, larger) = (Math.Abs(a.Value - b.Value), Math.Max(a.Value, b.Value));
        if ((a.IsRounded || b.IsRounded) && apart <= CheckingWeights.Rounding * larger) return true;
        var (fine, coarse) = Precision(a.Value) < Precision(b.Value) ? (a.Value, b.Value) : (b.Value, a.Value);
        var step = Precision(coarse);
        return step > Precision(fine) && apart <= RoundedBy * larger && (apart <= step / 2 || (fine > coarse && apart < step));
    }

    /// <summary>Of the last digit that is not 0: 0.1 for 71.5, 1,000 for 62,000.</summary>
    private static decimal Precision(decimal value)
    {
        var step = 1m;
        while (value % step != 0) step /= 10;
        while (value % (step * 10) == 0) step *= 10;
        return step;
    }

    [GeneratedRegex(@"^(?:\s?[ap]\.?m\b|:\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d:$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockBefore();
}
