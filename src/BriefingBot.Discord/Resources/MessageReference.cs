namespace BriefingBot.Discord.Resources;

/// <summary>Which message one replies to.</summary>
public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>False sends the message without the reference when the other one is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}
