using System.Collections.Concurrent;
using BriefingBot.Chat;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Receiving;

/// <summary>
/// Where something was said. A thread never leaves its channel, so what is known of it holds for good. Channels are noted as
/// Discord delivers them: asking for one holds up the events behind.
/// </summary>
internal sealed class Places(DiscordRest rest)
{
    /// <summary>The channel of each thread; null for what is none.</summary>
    private readonly ConcurrentDictionary<Snowflake, Snowflake?> _channels = new();

    public static ChatPlace Direct(Snowflake channel) => new(DiscordPlatform.PlatformName, "", channel.ToString());

    public void Note(IEnumerable<Channel> delivered)
    {
        foreach (var channel in delivered.Where(IsWhole)) _channels[channel.Id] = ChannelOf(channel);
    }

    public void Forget(Channel deleted) => _channels.TryRemove(deleted.Id, out _);

    /// <summary>Settings hold for a channel with its threads, so a thread must not pass for a channel of its own.</summary>
    /// <param name="guild">The server.</param>
    /// <param name="channel">Channel or thread.</param>
    /// <param name="delivered">The channel, when Discord delivered it along.</param>
    /// <param name="cancellation">Stops asking.</param>
    public async ValueTask<ChatPlace> InServerAsync(Snowflake guild, Snowflake channel, Channel? delivered, CancellationToken cancellation)
    {
        if (delivered is not null) Note([delivered]);
        if (!_channels.TryGetValue(channel, out var whole)) whole = _channels[channel] = ChannelOf(await rest.GetChannelAsync(channel, cancellation));
        return new ChatPlace(DiscordPlatform.PlatformName, guild.ToString(), (whole ?? channel).ToString(), whole is null ? "" : channel.ToString());
    }

    private static bool IsWhole(Channel channel) => !channel.IsThread || channel.ParentId is not null;

    private static Snowflake? ChannelOf(Channel channel) => channel.IsThread ? channel.ParentId : null;
}
