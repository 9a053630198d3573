using System.Globalization;

namespace BriefingBot.Articles;

/// <summary>A date given by an article: an instant, or a calendar day when <paramref name="DateOnly"/>.</summary>
/// <param name="Instant">The instant; for a calendar day its first moment in UTC.</param>
/// <param name="DateOnly">True when only the day is known; such a date covers the whole day.</param>
/// <param name="Inferred">True when it was read from an explicit full date in the text instead of stated by the publisher.</param>
public sealed record ArticleDate(DateTimeOffset Instant, bool DateOnly, bool Inferred = false)
{
    public static ArticleDate OfDay(int year, int month, int day, bool inferred = false) =>
        new(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DateOnly: true, inferred);

    /// <summary>The calendar day in UTC.</summary>
    public DateOnly Day => System.DateOnly.FromDateTime(Instant.UtcDateTime);

    /// <summary>ISO 8601: <c>2020-10-01</c> for a day, <c>2020-10-01T09:30:00Z</c> for an instant.</summary>
    public override string ToString() => DateOnly
        ? Instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
