using BriefingBot.Chat.Requests;

namespace BriefingBot.Chat.Settings;

/// <summary>
/// When a channel is to be left in peace. What nobody waits for (<see cref="ChatRequest.IsAwaited"/>) is held by the worker
/// until then, also when it is tried again; what is put into the inbox need not ask. What says something by another way, or
/// wants to say in advance when it will come, asks here.
/// </summary>
public sealed class ChannelQuiet(IChannelSettingsStore settings)
{
    /// <summary>When the quiet hours that hold at an instant in a channel and its threads end; null when none do.</summary>
    public async ValueTask<DateTimeOffset?> UntilAsync(ChatPlace place, DateTimeOffset now, CancellationToken cancellation) =>
        (await settings.SettingsAsync(place.Whole, cancellation)).QuietUntil(now);
}
