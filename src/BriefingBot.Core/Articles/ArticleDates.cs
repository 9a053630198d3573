using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Articles;

/// <summary>Reads the dates that articles state about themselves, in the notations news files use.</summary>
public static class ArticleDates
{
    /// <summary>The first newspaper appeared in 1605; anything outside these years is a slip of the pen.</summary>
    public const int EarliestYear = 1600;

    public const int LatestYear = 2200;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"];

    // 'K' takes Z, an offset, or nothing.
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm K", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-dd HH:mm:ss.FFFFFFF K",
        "yyyyMMdd'T'HHmmssK",
    ];

    private static readonly string[] MailFormats =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz", "d MMM yy HH:mm zzz",
        "d MMMM yyyy HH:mm:ss zzz", "d MMMM yyyy HH:mm zzz",
    ];

    // RFC 822 section 5.1 (RFC 2822 section 4.3), and the European names that feeds use beyond it.
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["Z"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00",
        ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
        ["BST"] = "+01:00", ["WET"] = "+00:00", ["WEST"] = "+01:00", ["CET"] = "+01:00", ["CEST"] = "+02:00", ["EET"] = "+02:00",
        ["EEST"] = "+03:00",
    };

    /// <summary>
    /// Reads an ISO 8601 day or instant (blank or T before the time; UTC when it names no offset), an RFC 822 date
    /// with numeric or named zone, or a date written out ("Sept. 30, 2020"). Instants come out in UTC.
    /// </summary>
    /// <returns>False when the text is no date of the calendar or its year is not within 1600 to 2200.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ArticleDate? date)
    {
        date = null;
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 64) return false;
        date = Day(trimmed) ?? IsoInstant(trimmed) ?? MailInstant(trimmed);
        if (date is { Instant.Year: < EarliestYear or > LatestYear }) date = null;
        return date is not null;
    }

    private static ArticleDate? Day(string text)
    {
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return OfDay(iso);
        return FullDate.TryParse(text, out var written) ? OfDay(written.Value) : null;
    }

    private static ArticleDate? IsoInstant(string text)
    {
        // "+0000" is common in page metadata; the framework asks for "+00:00".
        if (text.Length > 16 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0) text = text.Insert(text.Length - 2, ":");
        if (text.EndsWith(" UTC", StringComparison.Ordinal) || text.EndsWith(" GMT", StringComparison.Ordinal)) text = text[..^4] + "Z";
        return Instant(text, InstantFormats);
    }

    private static ArticleDate? MailInstant(string text)
    {
        var words = text.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 5 && FullDate.IsWeekday(words[0])) words = words[1..];
        if (words.Length != 5) return null;
        var zone = Zones.TryGetValue(words[4], out var named) ? named : words[4];
        if (zone.Length == 5 && zone[0] is '+' or '-') zone = zone.Insert(3, ":");
        var month = words[1].Length > 3 && words[1].StartsWith("sept", StringComparison.OrdinalIgnoreCase) ? "Sep" : words[1].TrimEnd('.');
        return Instant($"{words[0]} {month} {words[2]} {words[3]} {zone}", MailFormats);
    }

    private static ArticleDate? Instant(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new ArticleDate(instant, DateOnly: false)
            : null;

    private static ArticleDate OfDay(DateOnly day) => ArticleDate.OfDay(day.Year, day.Month, day.Day);
}
