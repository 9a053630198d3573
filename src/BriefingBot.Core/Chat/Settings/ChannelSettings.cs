using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Settings;

/// <summary>What an administrator has set for a channel and its threads.</summary>
/// <param name="Collections">The collections it may see; empty for the configured ones.</param>
/// <param name="Sources">The outlets it may see; empty for all.</param>
/// <param name="Sentences">Sentences of an answer; 0 for the configured number.</param>
/// <param name="FollowUps">Whether messages in a thread of ours count as follow-ups without a mention.</param>
public sealed record ChannelSettings(IReadOnlyList<string> Collections, IReadOnlyList<string> Sources, int Sentences, bool FollowUps)
{
    /// <summary>The collection that files and links dropped into the channel go to; empty where none are taken.</summary>
    public string Ingest { get; init => field = value ?? ""; } = "";

    public static ChannelSettings Default { get; } = new([], [], 0, false);

    /// <summary>Since when the gap report of its workspace comes here; null when it does not.</summary>
    public DateTimeOffset? GapReportSince { get; init; }

    /// <summary>When the bot says nothing there that nobody asked for; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The IANA name of the zone of the quiet hours, and of digests for which none is named; empty where none was set.</summary>
    public string Zone { get; init => field = value ?? ""; } = "";

    /// <summary>When the quiet hours that hold at an instant end; null when none do.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset at) => Quiet?.EndsAfter(at, ZoneNames.ZoneOf(Zone));
}

public interface IChannelSettingsStore
{
    /// <summary>The settings of the place's channel; the default where none were made.</summary>
    ValueTask<ChannelSettings> SettingsAsync(ChatPlace place, CancellationToken cancellation);
}

/// <param name="By">The person who made it.</param>
public sealed record SettingsChange(ChatPlace Place, ChannelSettings Settings, string By, DateTimeOffset At);
