using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>A run of calendar days, both ends included; an end that is null is open. <c>default</c> is all time.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentException">The first day is after the last.</exception>
    public Period(DateOnly? from, DateOnly? to)
    {
        if (from > to) throw new ArgumentException($"A period cannot start on {from:yyyy-MM-dd} and end on {to:yyyy-MM-dd}.", nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>The days from one to the other, or null where the first is after the last: what a recogniser makes of odd wording.</summary>
    public static Period? Between(DateOnly? from, DateOnly? to) => from > to ? null : new Period(from, to);

    /// <summary>The first day; null when open.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day, included; null when open.</summary>
    public DateOnly? To { get; }

    /// <summary>How many days it has; null when an end is open.</summary>
    public int? Days => To?.DayNumber - From?.DayNumber + 1;

    public bool Contains(DateOnly day) => !(day < From) && !(day > To);

    /// <summary>Whether the article's calendar day in UTC lies inside.</summary>
    public bool Contains(ArticleDate date) => Contains(date.Day);

    /// <summary>The days in both, or null when there are none.</summary>
    public Period? Intersect(Period other)
    {
        var from = From is { } a && other.From is { } b ? (a > b ? a : b) : From ?? other.From;
        var to = To is { } c && other.To is { } d ? (c < d ? c : d) : To ?? other.To;
        return Between(from, to);
    }

    /// <summary>The shortest period that covers both.</summary>
    public Period Hull(Period other) => new(
        From is { } a && other.From is { } b ? (a < b ? a : b) : null,
        To is { } c && other.To is { } d ? (c > d ? c : d) : null);

    /// <summary>For people: "7 Oct 2020", "1–7 Oct 2020", "28 Sep – 2 Oct 2020", "September 2020", "2019", "since 5 Oct 2020".</summary>
    public override string ToString() => (From, To) switch
    {
        (null, null) => "any time",
        ({ } from, null) => $"since {Format(from, "d MMM yyyy")}",
        (null, { } to) => $"until {Format(to, "d MMM yyyy")}",
        ({ } from, { } to) => Format(from, to),
    };

    private static string Format(DateOnly from, DateOnly to)
    {
        var wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        if (from == to) return Format(from, "d MMM yyyy");
        if (from.Year != to.Year) return $"{Format(from, "d MMM yyyy")} – {Format(to, "d MMM yyyy")}";
        if (wholeMonths && from.Month == 1 && to.Month == 12) return Format(from, "yyyy");
        if (wholeMonths && from.Month == to.Month) return Format(from, "MMMM yyyy");
        return from.Month == to.Month
            ? $"{from.Day}–{Format(to, "d MMM yyyy")}"
            : $"{Format(from, "d MMM")} – {Format(to, "d MMM yyyy")}";
    }

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
