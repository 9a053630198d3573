using System.Globalization;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Chat.Requests;

/// <summary>Reads the first day to search, as people write it.</summary>
internal static class SincePhrase
{
    /// <summary>Null when it is empty or no day.</summary>
    public static DateOnly? Read(string text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return QuestionTime.Read($"since {text.Trim()}", now).Scope?.Period.From ?? QuestionTime.Read(text, now).Scope?.Period.From;
    }
}
