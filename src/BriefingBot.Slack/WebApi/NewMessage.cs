using System.Text.Json.Nodes;

namespace BriefingBot.Slack.WebApi;

/// <summary>A message to post: https://docs.slack.dev/reference/methods/chat.postMessage. Links in it are not unfurled unless <see cref="SlackOptions.UnfurlLinks"/> says so.</summary>
/// <param name="Channel">The id of a channel or direct message.</param>
/// <param name="Text">Is shown in notifications, and where there are no blocks; Slack cuts it at 40,000 characters. Already escaped.</param>
public sealed record NewMessage(string Channel, string Text)
{
    /// <summary>The message whose thread it goes into; null for none.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>At most 50.</summary>
    public JsonArray? Blocks { get; init; }

    /// <summary><c>event_type</c> and <c>event_payload</c>: invisible, and found again by <see cref="SlackWebApi.GetRepliesAsync"/>.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Shows a thread's reply in the channel, too.</summary>
    public bool? ReplyBroadcast { get; init; }
}
