using System.Text.Json;

namespace BriefingBot.Discord.Resources;

/// <summary>A command, click or form of a person's: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object.</summary>
public sealed record Interaction
{
    /// <summary>How long Discord waits for the first response.</summary>
    public static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);

    /// <summary>How long the <see cref="Token"/> can be used after that.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public required Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    /// <summary>A secret: whoever has it can answer in the bot's name.</summary>
    public string Token { get; init; } = "";

    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a server.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, in a direct message.</summary>
    public User? User { get; init; }

    /// <summary>The message that the component is on.</summary>
    public Message? Message { get; init; }

    /// <summary>Bit set in decimal of what the bot may do there.</summary>
    public string? AppPermissions { get; init; }

    public string? Locale { get; init; }

    /// <summary>0 in a server, 1 in direct messages with the bot, 2 in other private channels.</summary>
    public int? Context { get; init; }

    public User? Invoker => Member?.User ?? User;

    /// <summary>Leaves the token out.</summary>
    public override string ToString() => $"{nameof(Interaction)} {{ Id = {Id}, Type = {Type} }}";
}

public sealed record InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>The message or user that a context-menu command is about; its content is in <see cref="Resolved"/>.</summary>
    public Snowflake? TargetId { get; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>Of the component or modal.</summary>
    public string? CustomId { get; init; }

    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a menu.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>What was written in a modal.</summary>
    public IReadOnlyList<Component> Components { get; init => field = value ?? []; } = [];
}

public sealed record InteractionOption
{
    public required string Name { get; init; }

    public CommandOptionType Type { get; init; }

    /// <summary>Text, number or truth value; absent for subcommands.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>The one being typed, when autocompleting.</summary>
    public bool? Focused { get; init; }
}

public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}

public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
