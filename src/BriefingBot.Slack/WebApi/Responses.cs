namespace BriefingBot.Slack.WebApi;

internal sealed record ConnectionResponse(string Url);

internal sealed record EphemeralResponse(string MessageTs);

internal sealed record ViewResponse(View View);

internal sealed record ConversationResponse(Conversation Channel);

internal sealed record UserResponse(User User);

internal sealed record RepliesResponse(IReadOnlyList<ThreadMessage> Messages, ResponseMetadata? ResponseMetadata = null);
