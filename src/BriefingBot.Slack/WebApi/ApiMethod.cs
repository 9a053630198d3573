namespace BriefingBot.Slack.WebApi;

/// <summary>A method of the Web API, with what its limits, retries and encoding depend on.</summary>
/// <param name="Name">Slack's name; the last part of the address.</param>
/// <param name="PerMinute">
/// The calls that Slack promises to take in a minute: https://docs.slack.dev/apis/web-api/rate-limits. Which tier a method
/// has is on its own page, https://docs.slack.dev/reference/methods.
/// </param>
internal sealed record ApiMethod(string Name, int PerMinute)
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    /// <summary>"Special" tiers that promise hundreds.</summary>
    private const int Hundreds = 100;

    /// <summary>"Several hundred messages a minute" in the workspace; a channel has its own limit.</summary>
    private const int Posts = 300;

    /// <summary>Authorised by the app's token, not the bot's.</summary>
    public bool UsesAppToken { get; init; }

    /// <summary>Takes a form; JSON, which most methods that write take, is not understood: https://docs.slack.dev/apis/web-api#methods_supporting_json.</summary>
    public bool IsForm { get; init; }

    /// <summary>Calling it twice does no more than calling it once, so that a lost response is no reason to give up.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The error of a repeated call that says that an earlier one had gone through.</summary>
    public string? DoneCode { get; init; }

    public static ApiMethod TestAuth { get; } = new("auth.test", Hundreds) { IsForm = true, IsRepeatable = true };

    /// <summary>Tier 1 or 3, as Slack's pages disagree; an app may hold so many sockets and has to open them.</summary>
    public static ApiMethod OpenConnection { get; } = new("apps.connections.open", SlackOptions.MaxConnections) { IsForm = true, IsRepeatable = true, UsesAppToken = true };

    public static ApiMethod PostMessage { get; } = new("chat.postMessage", Posts);

    public static ApiMethod PostEphemeral { get; } = new("chat.postEphemeral", Tier4);

    public static ApiMethod UpdateMessage { get; } = new("chat.update", Tier3) { IsRepeatable = true };

    public static ApiMethod DeleteMessage { get; } = new("chat.delete", Tier3) { IsRepeatable = true };

    public static ApiMethod StartStream { get; } = new("chat.startStream", Tier2);

    public static ApiMethod AppendStream { get; } = new("chat.appendStream", Tier4);

    public static ApiMethod StopStream { get; } = new("chat.stopStream", Tier2) { IsRepeatable = true, DoneCode = ErrorCode.MessageNotInStreamingState };

    public static ApiMethod SetStatus { get; } = new("assistant.threads.setStatus", Hundreds) { IsRepeatable = true };

    public static ApiMethod SetSuggestedPrompts { get; } = new("assistant.threads.setSuggestedPrompts", Tier3) { IsRepeatable = true };

    public static ApiMethod SetTitle { get; } = new("assistant.threads.setTitle", Tier3) { IsRepeatable = true };

    /// <summary>A trigger opens one view.</summary>
    public static ApiMethod OpenView { get; } = new("views.open", Tier4);

    public static ApiMethod UpdateView { get; } = new("views.update", Tier4) { IsRepeatable = true };

    public static ApiMethod PublishView { get; } = new("views.publish", Tier4) { IsRepeatable = true };

    public static ApiMethod GetConversation { get; } = new("conversations.info", Tier3) { IsForm = true, IsRepeatable = true };

    public static ApiMethod OpenConversation { get; } = new("conversations.open", Tier3) { IsRepeatable = true };

    public static ApiMethod GetReplies { get; } = new("conversations.replies", Tier3) { IsForm = true, IsRepeatable = true };

    public static ApiMethod GetHistory { get; } = new("conversations.history", Tier3) { IsForm = true, IsRepeatable = true };

    public static ApiMethod GetUser { get; } = new("users.info", Tier4) { IsForm = true, IsRepeatable = true };

    /// <summary>Not a method, but called like one, at an address of its own that is a secret.</summary>
    public static ApiMethod RespondByUrl { get; } = new("response_url", Posts);

    public override string ToString() => Name;
}
