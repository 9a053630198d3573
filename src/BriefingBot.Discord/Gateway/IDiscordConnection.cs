namespace BriefingBot.Discord.Gateway;

/// <summary>
/// The seam below commands and rendering: something that stays connected to Discord and delivers its events.
/// <see cref="GatewayClient"/> is ours; one made of a library's client can take its place.
/// </summary>
public interface IDiscordConnection
{
    /// <summary>Stays connected until cancelled.</summary>
    /// <param name="handle">
    /// Takes one event at a time for each shard. An event counts as received once this completes; if the process dies or
    /// this throws before that, the event is delivered again, so it must cope with one that it has seen.
    /// </param>
    /// <param name="cancellation">Disconnects in a way that a later run can go on from.</param>
    /// <exception cref="DiscordException">There is no way to connect before someone changes something, which the message says.</exception>
    Task RunAsync(DispatchHandler handle, CancellationToken cancellation);
}

public delegate ValueTask DispatchHandler(Dispatch dispatch, CancellationToken cancellation);
