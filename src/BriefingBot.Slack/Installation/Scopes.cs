namespace BriefingBot.Slack.Installation;

/// <summary>The scopes that the bot's token needs: https://docs.slack.dev/reference/scopes.</summary>
internal static class Scopes
{
    /// <summary>By the Web API methods that the bot calls, as their pages say.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByMethod { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["auth.test"] = [],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["chat.startStream"] = ["chat:write"],
        ["chat.appendStream"] = ["chat:write"],
        ["chat.stopStream"] = ["chat:write"],
        ["conversations.history"] = ["channels:history", "groups:history", "im:history", "mpim:history"],
        ["conversations.replies"] = ["channels:history", "groups:history", "im:history", "mpim:history"],
        ["assistant.threads.setStatus"] = ["chat:write"],
        ["assistant.threads.setSuggestedPrompts"] = ["assistant:write"],
        ["assistant.threads.setTitle"] = ["assistant:write"],
        ["users.info"] = ["users:read"],
        ["views.publish"] = [],
    };

    /// <summary>All of them, with those of the events and of the commands.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [.. ByMethod.Values.SelectMany(s => s).Concat(Subscriptions.Events.Values.OfType<string>()).Append("commands").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
