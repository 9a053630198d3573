using System.Globalization;

namespace BriefingBot.Retrieval;

/// <summary>The instant at which a question is asked, as people and files write it.</summary>
public static class AsOf
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Outside of these years calendars and periods ("last year") cannot be reckoned with.</summary>
    private const int FirstYear = 1801;
    private const int LastYear = 2199;

    /// <exception cref="FormatException">The text is neither.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var instant) ? instant : throw new FormatException($"'{text}' is neither a day (2024-03-31) nor an instant (2024-03-31T09:30:00Z) of the years {FirstYear} to {LastYear}");

    /// <summary>Reads an ISO 8601 day, which means its last moment in UTC, or an instant; of the years 1801 to 2199.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
            return IsInReach(instant);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out instant) && text.Contains('T', StringComparison.Ordinal) && IsInReach(instant);
    }

    private static bool IsInReach(DateTimeOffset instant) => instant.UtcDateTime.Year is >= FirstYear and <= LastYear;
}
