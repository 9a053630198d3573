namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A date or period that a text states, as far as it states it. What is null is left open.</summary>
/// <param name="Literal">Its own words in one form ("last year", "tuesday"), for texts of which the day is not known.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record StatedDate(string Literal, int First, int Last)
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>The days that a weekday, "yesterday" or "last week" may mean, reckoned from the day of publication.</summary>
    public IReadOnlyList<(DateOnly From, DateOnly To)> Ranges { get; init; } = [];

    /// <summary>Whether this text says nothing that the other does not say, too.</summary>
    public bool IsBorneOutBy(StatedDate other)
    {
        if (Literal.Length > 0 && Literal == other.Literal) return true;
        if (Literal.Length > 0 && other.Literal.EndsWith($" {Literal}", StringComparison.Ordinal)) return true;
        if (Literal.Length > 0 && this is { Year: null, Month: null, Day: null, Weekday: null, Ranges.Count: 0 }) return false;
        if (Ranges.Count > 0) return other.Ranges.Count > 0 ? Ranges.Any(r => other.Ranges.Any(o => o.From >= r.From && o.To <= r.To)) : other.IsIn(Ranges);
        if (other.Ranges.Count > 0) return other.Ranges.Any(r => Covers(r.From) && Covers(r.To));
        return Within(Year, other.Year) && Within(Month, other.Month) && Within(Day, other.Day) && (Weekday is null || Weekday == other.Weekday
            || other.IsWeekday(Weekday.Value));
    }

    /// <summary>Whether the day lies in this date.</summary>
    public bool Covers(DateOnly day) =>
        (Year ?? day.Year) == day.Year && (Month ?? day.Month) == day.Month && (Day ?? day.Day) == day.Day && (Weekday ?? day.DayOfWeek) == day.DayOfWeek;

    // A year left open by the passage is taken to be the sentence's: the passage speaks of its own time.
    private static bool Within(int? mine, int? other) => mine is null || mine == other;

    private bool IsIn(IReadOnlyList<(DateOnly From, DateOnly To)> ranges) =>
        ranges.Any(r => Month is { } month && (Year ?? r.From.Year) == r.From.Year && month == r.From.Month && (Day is null ? r.From.Day == 1
            && r.To.Day >= 28 : r.From.Day <= Day && Day <= r.To.Day))
        || (Month is null && Year is { } year && ranges.Any(r => r.From == new DateOnly(year, 1, 1) && r.To == new DateOnly(year, 12, 31)));

    private bool IsWeekday(DayOfWeek weekday) => Year is { } y && Month is { } m && Day is { } d && d <= DateTime.DaysInMonth(y, m)
        && new DateOnly(y, m, d).DayOfWeek == weekday;
}
