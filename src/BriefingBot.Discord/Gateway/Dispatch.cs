using System.Text.Json;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Gateway;

/// <summary>An event of the gateway: https://discord.com/developers/docs/events/gateway-events#receive-events.</summary>
/// <param name="Shard">Over which connection it came.</param>
/// <param name="Name">Discord's name, such as MESSAGE_CREATE.</param>
/// <param name="Data">The event as it came.</param>
public abstract record Dispatch(Shard Shard, string Name, JsonElement Data)
{
    /// <summary>Name only: the data hold what people wrote, and interaction tokens.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>A new session. Its servers follow, each in a <see cref="GuildCreated"/>.</summary>
public sealed record Ready(User User, string SessionId, string ResumeGatewayUrl, IReadOnlyList<Guild>? Guilds);

public sealed record SessionStarted(Shard Shard, string Name, JsonElement Data, Ready Ready) : Dispatch(Shard, Name, Data);

/// <summary>All that was missed has been delivered.</summary>
public sealed record SessionResumed(Shard Shard, string Name, JsonElement Data) : Dispatch(Shard, Name, Data);

public sealed record MessageCreated(Shard Shard, string Name, JsonElement Data, Message Message) : Dispatch(Shard, Name, Data);

public sealed record InteractionCreated(Shard Shard, string Name, JsonElement Data, Interaction Interaction) : Dispatch(Shard, Name, Data);

/// <summary>A server the bot is in, became available again or was just added to.</summary>
public sealed record GuildCreated(Shard Shard, string Name, JsonElement Data, Guild Guild) : Dispatch(Shard, Name, Data);

/// <summary>The bot left or was removed; with <see cref="Guild.Unavailable"/> it is only an outage.</summary>
public sealed record GuildDeleted(Shard Shard, string Name, JsonElement Data, Guild Guild) : Dispatch(Shard, Name, Data);

/// <summary>A channel or thread was created, changed or deleted: see <see cref="Change"/>.</summary>
public sealed record ChannelChanged(Shard Shard, string Name, JsonElement Data, Channel Channel, Change Change) : Dispatch(Shard, Name, Data);

/// <summary>Any event that has no type here, or whose data are not as documented.</summary>
public sealed record OtherDispatch(Shard Shard, string Name, JsonElement Data) : Dispatch(Shard, Name, Data);

public enum Change
{
    Created,
    Updated,
    Deleted,
}
