using System.Collections.Concurrent;
using BriefingBot.Chat;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Receiving;

/// <summary>Where something was said. A thread never leaves its channel, so what was asked once is known for good.</summary>
internal sealed class Places(DiscordRest rest)
{
    private readonly ConcurrentDictionary<Snowflake, Channel> _known = new();

    public static ChatPlace Direct(Snowflake channel) => new(DiscordPlatform.PlatformName, "", channel.ToString());

    /// <summary>Settings hold for a channel with its threads, so a thread must not pass for a channel of its own.</summary>
    /// <param name="guild">The server.</param>
    /// <param name="channel">Channel or thread.</param>
    /// <param name="delivered">The channel, when Discord delivered it along.</param>
    /// <param name="cancellation">Stops asking.</param>
    public async ValueTask<(ChatPlace Place, Channel Channel)> InServerAsync(Snowflake guild, Snowflake channel, Channel? delivered, CancellationToken cancellation)
    {
        var found = delivered is { ParentId: not null } or { IsThread: false } ? delivered : await FindAsync(channel, cancellation);
        var (whole, thread) = found is { IsThread: true, ParentId: { } parent } ? (parent, channel.ToString()) : (channel, "");
        return (new ChatPlace(DiscordPlatform.PlatformName, guild.ToString(), whole.ToString(), thread), found);
    }

    private async ValueTask<Channel> FindAsync(Snowflake channel, CancellationToken cancellation) =>
        _known.TryGetValue(channel, out var known) ? known : _known.GetOrAdd(channel, await rest.GetChannelAsync(channel, cancellation));
}
