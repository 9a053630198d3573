namespace BriefingBot.Discord.Rest;

/// <summary>An endpoint with its path filled in, and what its limits and retries depend on.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with names for its ids: names the endpoint in limits, messages and logs.</param>
/// <param name="Path">The path; holds a secret where the template says token.</param>
/// <param name="Resource">The top-level resource that limits are counted for, empty without one.</param>
internal sealed record Route(HttpMethod Method, string Template, string Path, string Resource = "")
{
    /// <summary>Authorised by a token in the path, not the bot's; exempt from the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Sending it twice does no more than sending it once, so that a lost response is no reason to give up.</summary>
    public bool IsRepeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>The error code of a repeated try that says that an earlier one had gone through.</summary>
    public int? DoneCode { get; init; }

    public string Name => $"{Method} {Template}";

    public static Route Of(HttpMethod method, string path) => new(method, path, path);

    public static Route OfChannel(HttpMethod method, Snowflake channel, string rest = "", Snowflake? message = null) =>
        new(method, $"/channels/{{channel}}{rest}", $"/channels/{channel}{rest.Replace("{message}", message?.ToString(), StringComparison.Ordinal)}", $"channel {channel}");

    public static Route OfGuild(Snowflake guild) => new(HttpMethod.Get, "/guilds/{guild}", $"/guilds/{guild}", $"guild {guild}");

    public static Route OfCommands(HttpMethod method, Snowflake application, Snowflake? guild) => guild is { } id
        ? new(method, "/applications/{application}/guilds/{guild}/commands", $"/applications/{application}/guilds/{id}/commands", $"guild {id}")
        : new(method, "/applications/{application}/commands", $"/applications/{application}/commands");

    public static Route OfCallback(Snowflake interaction, string token) =>
        new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", $"/interactions/{interaction}/{Uri.EscapeDataString(token)}/callback", $"webhook {token}")
        {
            IsInteraction = true,
            IsRepeatable = true,
            DoneCode = ErrorCode.AlreadyAcknowledged,
        };

    public static Route OfWebhook(HttpMethod method, Snowflake application, string token, string rest = "", Snowflake? message = null) =>
        new(method, $"/webhooks/{{application}}/{{token}}{rest}", $"/webhooks/{application}/{Uri.EscapeDataString(token)}{rest.Replace("{message}", message?.ToString(), StringComparison.Ordinal)}", $"webhook {token}")
        {
            IsInteraction = true,
        };

    /// <summary>Without the path.</summary>
    public override string ToString() => Name;
}
