namespace BriefingBot.Discord.Resources;

/// <summary>A server: https://discord.com/developers/docs/resources/guild.</summary>
public sealed record Guild
{
    public required Snowflake Id { get; init; }

    public string? Name { get; init; }

    public Snowflake? OwnerId { get; init; }

    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];

    /// <summary>True during an outage; on removal absent, which says that the bot was removed from the server.</summary>
    public bool? Unavailable { get; init; }

    public IReadOnlyList<Channel> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Active threads that the bot can see.</summary>
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];
}
