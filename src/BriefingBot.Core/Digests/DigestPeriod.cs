using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>What a digest covers: from an instant up to, not including, another, so that successive digests do not overlap.</summary>
public readonly record struct DigestPeriod
{
    /// <exception cref="ArgumentException">It is empty.</exception>
    public DigestPeriod(DateTimeOffset from, DateTimeOffset to)
    {
        if (from >= to) throw new ArgumentException($"A period cannot start at {from:O} and end at {to:O}.", nameof(to));
        (From, To) = (from.ToUniversalTime(), to.ToUniversalTime());
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public TimeSpan Length => To - From;

    /// <summary>A calendar day in UTC.</summary>
    public static DigestPeriod Day(DateOnly day) => new(Start(day), Start(day).AddDays(1));

    /// <summary>What was published within a time before an instant, the instant included.</summary>
    public static DigestPeriod UpTo(DateTimeOffset asOf, TimeSpan length) => new(asOf.AddTicks(1) - length, asOf.AddTicks(1));

    /// <summary>An article of which only the day is known belongs to every period that has a part of the day: it is not to be lost.</summary>
    public bool Contains(ArticleDate date) => date.Instant < To && (date.DateOnly ? date.Instant.AddDays(1) > From : date.Instant >= From);

    /// <summary>For people, in UTC: "7 Oct 2020", "6 Oct 2020 09:00 to 7 Oct 2020 09:00 UTC".</summary>
    public override string ToString() => Length == TimeSpan.FromDays(1) && From.TimeOfDay == TimeSpan.Zero
        ? From.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{From:d MMM yyyy HH:mm} to {To:d MMM yyyy HH:mm} UTC");

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
