using System.Text.Json.Nodes;

namespace BriefingBot.Slack.WebApi;

internal sealed record MessageAddress(string Channel, string Ts);

internal sealed record StreamPart(string Channel, string Ts, string MarkdownText);

internal sealed record ThreadStatus(string ChannelId, string ThreadTs, string Status);

internal sealed record ThreadPrompts(string ChannelId, string ThreadTs, string? Title, IReadOnlyList<SuggestedPrompt> Prompts);

internal sealed record ThreadTitle(string ChannelId, string ThreadTs, string Title);

internal sealed record ViewOpening(string TriggerId, JsonObject View);

internal sealed record ViewUpdate(string ViewId, JsonObject View, string? Hash);

internal sealed record HomeView(string UserId, JsonObject View, string? Hash);

/// <param name="Users">One or several, with commas between them.</param>
/// <param name="ReturnIm">The whole conversation, not its id alone.</param>
internal sealed record ConversationOpening(string Users, bool ReturnIm);
