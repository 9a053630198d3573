namespace BriefingBot.Slack.Installation;

/// <summary>What the app's manifest must name for Slack to deliver it.</summary>
internal static class Subscriptions
{
    public const string Command = "/briefing";
    public const string CheckShortcut = "check_against_briefings";

    public const string AppMention = "app_mention";
    public const string AppHomeOpened = "app_home_opened";
    public const string AssistantThreadStarted = "assistant_thread_started";

    /// <summary>The type of all messages' events, whatever they were subscribed to as.</summary>
    public const string Message = "message";

    /// <summary>https://docs.slack.dev/reference/events with the scopes that each needs.</summary>
    public static IReadOnlyDictionary<string, string?> Events { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [AppMention] = "app_mentions:read",
        ["message.channels"] = "channels:history",
        ["message.groups"] = "groups:history",
        ["message.im"] = "im:history",
        ["message.mpim"] = "mpim:history",
        [AppHomeOpened] = null,
        [AssistantThreadStarted] = "assistant:write",
    };
}
