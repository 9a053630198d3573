using System.Text.Json;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Interactions;

/// <summary>Interactions over HTTP, without the HTTP: whoever hosts it hands in headers and raw body.</summary>
/// <param name="publicKey">The application's key, 64 hexadecimal digits.</param>
public sealed class InteractionEndpoint(string publicKey)
{
    public const string SignatureHeader = "X-Signature-Ed25519";
    public const string TimestampHeader = "X-Signature-Timestamp";

    private readonly InteractionSignature _signature = new(publicKey);

    /// <param name="signature">The value of <see cref="SignatureHeader"/>, null when it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>, null when it is missing.</param>
    /// <param name="body">The request's body as it came.</param>
    public EndpointResult Handle(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        // Discord sends wrong signatures on purpose, now and then, and takes the endpoint away if one is accepted.
        if (signature is null || timestamp is null || !_signature.Verify(signature, timestamp, body)) return new EndpointResult.Rejected(401);

        try
        {
            var interaction = JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
            if (interaction is null) return new EndpointResult.Rejected(400);

            return interaction.Type == InteractionType.Ping
                ? new EndpointResult.Answered(InteractionResponse.Pong)
                : new EndpointResult.Received(interaction);
        }
        catch (JsonException)
        {
            return new EndpointResult.Rejected(400);
        }
    }
}
