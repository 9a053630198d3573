namespace BriefingBot.Discord.Resources;

/// <summary>A slash or context-menu command as it is registered: https://discord.com/developers/docs/interactions/application-commands.</summary>
public sealed record ApplicationCommand
{
    /// <summary>Discord's; null when registering.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>1 slash command, 2 on a user, 3 on a message.</summary>
    public int Type { get; init; } = 1;

    public required string Name { get; init; }

    /// <summary>1 to 100 characters for a slash command, empty for the others.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Bit set in decimal that a member needs to see the command; "0" for administrators only, null for everyone.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 installed to a server, 1 to a user.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>0 in a server, 1 in direct messages with the bot, 2 in other private channels.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

/// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure</summary>
public sealed record CommandOption
{
    public required CommandOptionType Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public int? MinValue { get; init; }

    public int? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Autocomplete { get; init; }
}

public sealed record CommandChoice(string Name, string Value);

/// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type</summary>
public enum CommandOptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    Text = 3,
    WholeNumber = 4,
    YesOrNo = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Number = 10,
    Attachment = 11,
}
