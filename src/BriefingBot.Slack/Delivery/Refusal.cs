using BriefingBot.Chat.Delivery;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>What Slack's refusal means for a reply.</summary>
internal static class Refusal
{
    public static DeliveryResult Of(SlackException refusal) =>
        refusal.IsTransient || refusal.OutcomeIsUnknown || refusal.Code is null or ErrorCode.StreamingStateConflict || ErrorCodes.IsInstallation(refusal.Code)
            ? DeliveryResult.Later(refusal.Message, refusal.RetryAfter)
            : DeliveryResult.Impossible(refusal.Message);
}
