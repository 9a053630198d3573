namespace BriefingBot.Discord.Resources;

/// <summary>The bot's own application: https://discord.com/developers/docs/resources/application#application-object.</summary>
public sealed record Application
{
    private const int MessageContentFlag = 1 << 18;
    private const int MessageContentLimitedFlag = 1 << 19;

    public required Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What interactions over HTTP are signed with, in hexadecimal.</summary>
    public string? VerifyKey { get; init; }

    public int? Flags { get; init; }

    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>The privileged intent is switched on in the developer portal, so that asking for it does not end in 4014.</summary>
    public bool HasMessageContent => ((Flags ?? 0) & (MessageContentFlag | MessageContentLimitedFlag)) != 0;
}
