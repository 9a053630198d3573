using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Chat.Inbox;

namespace BriefingBot.Slack.Delivery;

/// <summary>What is needed for replying; stored with the message, so that it serves after a restart, too.</summary>
internal sealed record ReplyTicket
{
    /// <summary>Channel or direct message.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread to reply in; empty for none, after a command.</summary>
    public string Thread { get; init; } = "";

    /// <summary>Nobody else has seen what was asked, as it was asked by command.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>
    /// Where a command or click can be responded to without being a member, five times in half an hour
    /// (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses); empty after a message. A secret.
    /// </summary>
    public string ResponseUrl { get; init; } = "";

    /// <summary>Where nobody has asked, the place is all there is to know, and the message of ours that there is more to say to, in its thread.</summary>
    public static ReplyTicket Of(IncomingMessage message) => message.Payload.Length == 0
        ? new ReplyTicket { Channel = message.Place.Channel, Thread = message.Place.Thread.Length > 0 ? message.Place.Thread : message.RepliesTo }
        : JsonSerializer.Deserialize(message.Payload, TicketJson.Default.ReplyTicket) ?? throw new JsonException("The payload is empty.");

    public string Write() => JsonSerializer.Serialize(this, TicketJson.Default.ReplyTicket);

    /// <summary>Leaves the address out.</summary>
    public override string ToString() => $"{nameof(ReplyTicket)} {{ Channel = {Channel}, Thread = {Thread} }}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReplyTicket))]
internal sealed partial class TicketJson : JsonSerializerContext;
