using System.Globalization;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>Times of day as people write them: "08:00", "8", "7:30pm", "10 pm".</summary>
internal static class TimesOfDay
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "H.mm", "%H", "h:mmtt", "htt", "h:mm tt", "h tt"];

    /// <returns>Null for anything else.</returns>
    public static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text.Trim().ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
