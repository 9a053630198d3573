using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Alerts;

/// <summary>An article that an alert waits for.</summary>
/// <param name="Key">Of the version that matched.</param>
public readonly record struct AlertMatch(string Alert, ArticleId Article, long Key, DateTimeOffset At);

/// <summary>An alert with matches that it has not told yet.</summary>
/// <param name="Taken">Bundles that it has been through; the next one's number is one more.</param>
/// <param name="Oldest">When the first of the matches came.</param>
/// <param name="Told">When it spoke lately, the last first. A bundle that had nothing to tell, or was given up, does not count.</param>
public sealed record WaitingAlert(Alert Alert, int Taken, DateTimeOffset Oldest, IReadOnlyList<DateTimeOffset> Told)
{
    /// <summary>How far back <see cref="Told"/> reaches.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(8);

    /// <summary>From when on it may speak.</summary>
    public DateTimeOffset MayTellFrom(AlertsOptions options)
    {
        var from = Alert.MutedUntil ?? DateTimeOffset.MinValue;
        if (Told.Count > 0) from = Later(from, Told[0].AddHours(options.MinimumHoursBetween));
        if (Told.Count >= options.MostPerDay) from = Later(from, Told[options.MostPerDay - 1].AddDays(1));
        return from;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>A bundle as it was composed; stored with the reply.</summary>
/// <param name="Until">When that was.</param>
/// <param name="Stories">The stories as they were told; none where nothing was new.</param>
public sealed record ComposedAlert(string Alert, int Bundle, DateTimeOffset Until, IReadOnlyList<SentStory> Stories);
