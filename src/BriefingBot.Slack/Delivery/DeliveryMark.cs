using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>
/// The idempotency key of a message, in its metadata (https://docs.slack.dev/messaging/message-metadata): Slack does not drop
/// repetitions, so a message that may be out is looked for by it.
/// </summary>
internal static class DeliveryMark
{
    public const string EventType = "briefing_reply";

    /// <summary>For what is no reply.</summary>
    public const string NoReply = "none";

    private const string Key = "key";
    private const string Draft = "draft";

    public static JsonObject Of(string key, bool isDraft = false) =>
        new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { [Key] = key, [Draft] = isDraft } };

    public static bool Has(ThreadMessage message, string key) =>
        message.Metadata is { EventType: EventType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty(Key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() == key;

    /// <summary>Whether it is still to be replaced by the reply.</summary>
    public static bool IsDraft(ThreadMessage message) =>
        message.Metadata?.EventPayload is not { ValueKind: JsonValueKind.Object } payload || !payload.TryGetProperty(Draft, out var value) || value.ValueKind != JsonValueKind.False;
}
