using System.Text.Json.Nodes;

namespace BriefingBot.Slack.WebApi;

/// <summary>A message that grows while people read it: https://docs.slack.dev/reference/methods/chat.startStream.</summary>
/// <param name="Channel">Where to.</param>
/// <param name="ThreadTs">The message that it answers.</param>
public sealed record StreamStart(string Channel, string ThreadTs)
{
    /// <summary>Needed outside of direct messages.</summary>
    public string? RecipientUserId { get; init; }

    /// <summary>Needed outside of direct messages.</summary>
    public string? RecipientTeamId { get; init; }

    /// <summary>At most 12,000 characters of Markdown.</summary>
    public string? MarkdownText { get; init; }
}

/// <summary>Ends a stream: https://docs.slack.dev/reference/methods/chat.stopStream.</summary>
/// <param name="Channel">Where it is.</param>
/// <param name="Ts">Which message.</param>
public sealed record StreamEnd(string Channel, string Ts)
{
    /// <summary>Added to the end; at most 12,000 characters of Markdown.</summary>
    public string? MarkdownText { get; init; }

    /// <summary>Below the text; at most 50.</summary>
    public JsonArray? Blocks { get; init; }

    public JsonObject? Metadata { get; init; }
}
