using System.Text.Json.Nodes;

namespace BriefingBot.Slack.WebApi;

/// <summary>What a message of ours becomes: https://docs.slack.dev/reference/methods/chat.update.</summary>
/// <param name="Channel">Where it is.</param>
/// <param name="Ts">Which message.</param>
/// <param name="Text">At most 4,000 characters; without blocks beside it, theirs are taken away.</param>
public sealed record MessageEdit(string Channel, string Ts, string Text)
{
    /// <summary>At most 50.</summary>
    public JsonArray? Blocks { get; init; }

    public JsonObject? Metadata { get; init; }
}
