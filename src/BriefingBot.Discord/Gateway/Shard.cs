namespace BriefingBot.Discord.Gateway;

/// <summary>One of the connections that share the bot's servers: https://discord.com/developers/docs/events/gateway#sharding.</summary>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>Whether a server's events come over this one; direct messages come over the first.</summary>
    public bool Serves(Snowflake? guild) => (guild is { } id ? (int)((id.Value >> 22) % (ulong)Count) : 0) == Id;

    public override string ToString() => $"{Id}/{Count}";
}
