using System.Globalization;

namespace BriefingBot.Retrieval;

/// <summary>The instant at which a question is asked, as people and files write it.</summary>
public static class AsOf
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <exception cref="FormatException">The text is neither.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var instant) ? instant : throw new FormatException($"'{text}' is neither a day (2024-03-31) nor an instant (2024-03-31T09:30:00Z)");

    /// <summary>Reads an ISO 8601 day, which means its last moment in UTC, or an instant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out instant) && text.Contains('T', StringComparison.Ordinal);
    }
}
