namespace BriefingBot.Discord.Resources;

/// <summary>A channel, thread or direct conversation: https://discord.com/developers/docs/resources/channel.</summary>
public sealed record Channel
{
    public required Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>Of a thread its channel; of a channel its category.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Who began the thread.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>Bit set in decimal, in interactions only.</summary>
    public string? Permissions { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
