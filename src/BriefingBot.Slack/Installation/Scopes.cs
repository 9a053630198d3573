using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Installation;

/// <summary>The scopes that the bot's token needs: https://docs.slack.dev/reference/scopes.</summary>
internal static class Scopes
{
    /// <summary>By the Web API methods that the bot calls, as their pages say.</summary>
    public static IReadOnlyDictionary<ApiMethod, IReadOnlyList<string>> ByMethod { get; } = new Dictionary<ApiMethod, IReadOnlyList<string>>
    {
        [ApiMethod.TestAuth] = [],
        [ApiMethod.PostMessage] = ["chat:write"],
        [ApiMethod.PostEphemeral] = ["chat:write"],
        [ApiMethod.UpdateMessage] = ["chat:write"],
        [ApiMethod.StartStream] = ["chat:write"],
        [ApiMethod.AppendStream] = ["chat:write"],
        [ApiMethod.StopStream] = ["chat:write"],
        [ApiMethod.GetHistory] = ["channels:history", "groups:history", "im:history", "mpim:history"],
        [ApiMethod.GetReplies] = ["channels:history", "groups:history", "im:history", "mpim:history"],
        [ApiMethod.SetStatus] = ["chat:write"],
        [ApiMethod.SetSuggestedPrompts] = ["assistant:write"],
        [ApiMethod.SetTitle] = ["assistant:write"],
        [ApiMethod.GetUser] = ["users:read"],
        [ApiMethod.PublishView] = [],
    };

    /// <summary>For fetching files, which is no method: https://docs.slack.dev/reference/objects/file-object.</summary>
    public const string Files = "files:read";

    /// <summary>All of them, with those of the events, of the commands and of files.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [.. ByMethod.Values.SelectMany(s => s).Concat(Subscriptions.Events.Values.OfType<string>()).Append("commands").Append(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
