using System.Text.Json;

namespace BriefingBot.Slack.WebApi;

/// <summary>A page of a thread, https://docs.slack.dev/reference/methods/conversations.replies, or of a channel, https://docs.slack.dev/reference/methods/conversations.history.</summary>
/// <param name="Messages">Of a thread oldest first, its first message leading every page; of a channel newest first.</param>
/// <param name="NextCursor">For the next page; null when there is none.</param>
public sealed record Replies(IReadOnlyList<ThreadMessage> Messages, string? NextCursor);

/// <summary>A message of a thread.</summary>
/// <param name="Ts">Its id in the channel.</param>
public sealed record ThreadMessage(string Ts)
{
    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public string? Text { get; init; }

    public string? Subtype { get; init; }

    public string? ThreadTs { get; init; }

    public MessageMetadata? Metadata { get; init; }
}

/// <summary>What only apps see of a message: https://docs.slack.dev/messaging/message-metadata.</summary>
public sealed record MessageMetadata(string EventType = "", JsonElement EventPayload = default);
