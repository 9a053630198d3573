using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Chat.Inbox;

namespace BriefingBot.Discord.Delivery;

/// <summary>What is needed for replying; stored with the message, so that it serves after a restart, too.</summary>
internal sealed record ReplyTicket
{
    /// <summary>Part of the token's life that is left for delivering.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Where it was said: the thread, if it was one.</summary>
    public required Snowflake Channel { get; init; }

    /// <summary>The message to reply to.</summary>
    public Snowflake? Message { get; init; }

    public Snowflake? Interaction { get; init; }

    public Snowflake Application { get; init; }

    /// <summary>The interaction's secret.</summary>
    public string Token { get; init; } = "";

    /// <summary>The person's roles in the server; noted where it matters what they may do.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>Only the person sees the response; settled when it was deferred.</summary>
    public bool Ephemeral { get; init; }

    public static TimeSpan Life => Resources.Interaction.TokenLife - Margin;

    /// <summary>Where nobody has asked, the place is all there is to know, and the message of ours that there is more to say to.</summary>
    public static ReplyTicket Of(IncomingMessage message) => message.Payload.Length == 0
        ? new ReplyTicket
        {
            Channel = Snowflake.Parse(message.Place.Thread.Length > 0 ? message.Place.Thread : message.Place.Channel),
            Message = message.RepliesTo.Length > 0 ? Snowflake.Parse(message.RepliesTo) : null,
        }
        : JsonSerializer.Deserialize(message.Payload, TicketJson.Default.ReplyTicket) ?? throw new JsonException("The payload is empty.");

    public string Write() => JsonSerializer.Serialize(this, TicketJson.Default.ReplyTicket);

    /// <summary>Leaves the token out.</summary>
    public override string ToString() => $"{nameof(ReplyTicket)} {{ Channel = {Channel}, Message = {Message}, Interaction = {Interaction} }}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReplyTicket))]
internal sealed partial class TicketJson : JsonSerializerContext;
