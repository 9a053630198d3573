namespace BriefingBot.Discord.Resources;

/// <summary>A message as Discord delivers it: https://discord.com/developers/docs/resources/message#message-object.</summary>
public sealed record Message
{
    public required Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    /// <summary>Null in direct messages and in responses of the REST API.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Null in the partial messages of old replies.</summary>
    public User? Author { get; init; }

    public Member? Member { get; init; }

    /// <summary>Empty without the Message Content intent, but for direct messages, mentions of the bot and the bot's own.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    public DateTimeOffset Timestamp { get; init; }

    /// <summary>0 is what a person wrote and 19 a reply; most others are notices of Discord's.</summary>
    public int Type { get; init; }

    public IReadOnlyList<User> Mentions { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Snowflake> MentionRoles { get; init => field = value ?? []; } = [];

    /// <summary>Empty where <see cref="Content"/> is.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Embed> Embeds { get; init => field = value ?? []; } = [];

    /// <summary>Set when a webhook or an interaction wrote it, not a person.</summary>
    public Snowflake? WebhookId { get; init; }

    public Snowflake? ApplicationId { get; init; }

    public MessageFlags? Flags { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>What it replies to, when that still exists and was delivered along.</summary>
    public Message? ReferencedMessage { get; init; }

    /// <summary>The thread begun from it.</summary>
    public Channel? Thread { get; init; }
}
