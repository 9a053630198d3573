namespace BriefingBot.Chat.Subscriptions;

/// <summary>Days of the week as people write them: "daily", "weekdays", "weekends", "mon, wed, fri".</summary>
public static class DayNames
{
    private const int Shortest = 3;

    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly DayOfWeek[] Week = [.. Weekdays, .. Weekend];

    /// <summary>From Monday on, each once; null when it names something else. Empty is daily.</summary>
    public static IReadOnlyList<DayOfWeek>? Read(string text)
    {
        var words = text.ToLowerInvariant().Split([',', ' ', ';', '+'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("and" or "on" or "every")).ToList();
        if (words.Count == 0) return Week;
        var days = words.SelectMany(Named).ToHashSet();
        return words.All(w => Named(w).Any()) ? [.. Week.Where(days.Contains)] : null;
    }

    public static string Write(IReadOnlyList<DayOfWeek> days) =>
        Week.All(days.Contains) ? "daily"
        : days.Count == Weekdays.Length && Weekdays.All(days.Contains) ? "on weekdays"
        : $"on {string.Join(", ", Week.Where(days.Contains))}";

    private static IEnumerable<DayOfWeek> Named(string word) => word switch
    {
        "daily" or "day" or "all" => Week,
        "weekday" or "weekdays" => Weekdays,
        "weekend" or "weekends" => Weekend,
        _ => Week.Where(d => word.Length >= Shortest && $"{d}s".StartsWith(word, StringComparison.OrdinalIgnoreCase)),
    };
}
