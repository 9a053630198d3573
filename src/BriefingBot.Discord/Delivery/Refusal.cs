using System.Net;
using BriefingBot.Chat.Delivery;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Delivery;

/// <summary>What Discord's refusal means for a reply.</summary>
internal static class Refusal
{
    public static DeliveryResult Of(DiscordException refusal) => refusal switch
    {
        { Code: ErrorCode.UnknownWebhook or ErrorCode.InvalidWebhookToken or ErrorCode.UnknownInteraction or ErrorCode.UnknownMessage } => DeliveryResult.PayloadExpired,
        { IsTransient: true } or { Status: null or HttpStatusCode.Unauthorized } => DeliveryResult.Later(refusal.Message, refusal.RetryAfter),
        _ => DeliveryResult.Impossible(refusal.Message),
    };
}
