using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>
/// Hours of each day in which nothing is said unasked, by a local clock; they may span midnight. As in
/// <see cref="DigestSchedule"/>, a border that the clocks skip comes as much later, one that is repeated counts the first time.
/// </summary>
/// <param name="From">The first minute.</param>
/// <param name="Until">The first minute after them; another one than <paramref name="From"/>.</param>
public sealed partial record QuietHours(TimeOnly From, TimeOnly Until)
{
    public TimeOnly Until { get; } = Until != From ? Until : throw new ArgumentException("Quiet hours end at another time than they begin.", nameof(Until));

    /// <summary>"22:00-07:00", "22-7", "10pm to 7am"; null for anything else, and for hours that end when they begin.</summary>
    public static QuietHours? Read(string text) =>
        Range().Match(text.Trim()) is { Success: true } range && TimesOfDay.Read(range.Groups["from"].Value) is { } from && UntilOf(range.Groups["until"].Value) is { } until && from != until
            ? new QuietHours(from, until) : null;

    /// <summary>Whether a time on the local clock lies in them.</summary>
    public bool Covers(TimeOnly time) => From < Until ? From <= time && time < Until : From <= time || time < Until;

    /// <summary>When the hours that hold at an instant end; null when none do.</summary>
    public DateTimeOffset? EndsAfter(DateTimeOffset now, DateTimeZone zone)
    {
        var instant = Instant.FromDateTimeOffset(now);
        var today = instant.InZone(zone).Date;
        return new[] { today.PlusDays(-1), today }
            .Select(day => (From: At(day, From, zone), Until: At(From < Until ? day : day.PlusDays(1), Until, zone)))
            .Where(hours => hours.From <= instant && instant < hours.Until)
            .Select(hours => (DateTimeOffset?)hours.Until.ToDateTimeOffset()).Max();
    }

    /// <summary>"22:00-07:00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{Until:HH\\:mm}");

    private static Instant At(LocalDate day, TimeOnly time, DateTimeZone zone) => zone.AtLeniently(day + LocalTime.FromTimeOnly(time)).ToInstant();

    /// <summary>Midnight may be written as the end of the day.</summary>
    private static TimeOnly? UntilOf(string text) => text is "24" or "24:00" ? TimeOnly.MinValue : TimesOfDay.Read(text);

    [GeneratedRegex(@"^(from\s+|between\s+)?(?<from>[^-–—]+?)\s*([-–—]|\b(to|until|till|and)\b)\s*(?<until>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
