using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Conflicts;

/// <summary>Two dates for one doing that cannot be the same day.</summary>
internal static class DateConflict
{
    public static Conflict? In(StatementPair pair)
    {
        // Only a single date each way: of several, one cannot tell which belongs to what.
        if (pair.First.Dates is not [var mine] || pair.Second.Dates is not [var theirs] || mine.MayBe(theirs) || CountDifferently(pair)) return null;
        return SameDoing(pair.First, mine, pair.Second, theirs) ? pair.Conflict(ConflictKind.Date, (mine.First, mine.Last), (theirs.First, theirs.Last)) : null;
    }

    // What was said on Wednesday may be said again on Thursday; "May's shooting" dates no doing.
    private static bool SameDoing(Statement a, StatedDate mine, Statement b, StatedDate theirs) =>
        !a.Words[mine.Last].IsPossessive && !b.Words[theirs.Last].IsPossessive
        && (a.VerbOf(mine), b.VerbOf(theirs)) switch
        {
            ({ } first, { } second) => first.Means(second) && !SpeechWords.ReportingVerbs.Contains(first.Lower) && !SpeechWords.ReportingVerbs.Contains(second.Lower),
            (null, null) => true,
            _ => false,
        };

    // 1,500 on Friday and 370 on Monday are two occasions.
    private static bool CountDifferently(StatementPair pair) =>
        HasOwn(pair.First.Text.Quantities, pair.Second.Text.Quantities) && HasOwn(pair.Second.Text.Quantities, pair.First.Text.Quantities);

    private static bool HasOwn(IReadOnlyList<Quantity> some, IReadOnlyList<Quantity> others) => some.Any(q => !others.Any(o => o.Equals(q.Value, q.Unit)));

    /// <summary>Whether there is a day that both may mean.</summary>
    public static bool MayBe(this StatedDate a, StatedDate b)
    {
        if (a.IsBorneOutBy(b) || b.IsBorneOutBy(a)) return true;
        return Days(a).Concat(Days(b)).Any(day => IsOn(a, day) && IsOn(b, day));
    }

    private static bool IsOn(StatedDate date, DateOnly day) => date.Ranges.Count > 0 ? date.Ranges.Any(r => r.From <= day && day <= r.To) : date.Covers(day);

    /// <summary>All days of what is bounded; nothing for "in May", which any year has.</summary>
    private static IEnumerable<DateOnly> Days(StatedDate date)
    {
        var ranges = date.Ranges.Count > 0 ? date.Ranges : date.Year is { } year ? [(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))] : [];
        return ranges.SelectMany(r => Enumerable.Range(r.From.DayNumber, r.To.DayNumber - r.From.DayNumber + 1)).Select(DateOnly.FromDayNumber);
    }
}
