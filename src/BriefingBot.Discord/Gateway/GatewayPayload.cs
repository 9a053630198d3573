using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Gateway;

/// <summary>What comes over the socket: https://discord.com/developers/docs/events/gateway-events#payload-structure.</summary>
internal sealed record GatewayPayload
{
    public GatewayOpcode Op { get; init; }

    public JsonElement D { get; init; }

    public long? S { get; init; }

    public string? T { get; init; }
}

/// <summary>What goes over it. A heartbeat before the first event has null for its data, which must be there.</summary>
internal sealed record OutgoingPayload<T>(GatewayOpcode Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] T D);

internal sealed record Hello(long HeartbeatInterval);

/// <summary>https://discord.com/developers/docs/events/gateway-events#identify</summary>
internal sealed record Identify(string Token, GatewayIntents Intents, IReadOnlyList<int> Shard, IdentifyProperties Properties)
{
    public override string ToString() => nameof(Identify);
}

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

/// <summary>https://discord.com/developers/docs/events/gateway-events#resume</summary>
internal sealed record Resume(string Token, string SessionId, long Seq)
{
    public override string ToString() => nameof(Resume);
}

/// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes</summary>
internal enum GatewayOpcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
