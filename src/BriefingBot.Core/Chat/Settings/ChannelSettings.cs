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
}

public interface IChannelSettingsStore
{
    /// <summary>The settings of the place's channel; the default where none were made.</summary>
    ValueTask<ChannelSettings> SettingsAsync(ChatPlace place, CancellationToken cancellation);
}

/// <param name="By">The person who made it.</param>
public sealed record SettingsChange(ChatPlace Place, ChannelSettings Settings, string By, DateTimeOffset At);
