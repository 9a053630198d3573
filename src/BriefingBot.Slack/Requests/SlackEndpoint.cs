using System.Globalization;
using System.Text.Json;
using BriefingBot.Slack.SocketMode;

namespace BriefingBot.Slack.Requests;

/// <summary>Events, commands and clicks over HTTP, without the HTTP: whoever hosts it hands in headers and raw body.</summary>
/// <param name="signingSecret">The app's.</param>
/// <param name="time">The clock: old requests are refused.</param>
public sealed class SlackEndpoint(string signingSecret, TimeProvider time)
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string RetryNumberHeader = "X-Slack-Retry-Num";
    public const string RetryReasonHeader = "X-Slack-Retry-Reason";

    private readonly RequestSignature _signature = new(signingSecret, time);

    /// <param name="header">The value of a header by its name, without regard to case; null when it is missing.</param>
    /// <param name="body">The request's body as it came.</param>
    public EndpointResult Handle(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        if (header(SignatureHeader) is not { } signature || header(TimestampHeader) is not { } timestamp || !_signature.Verify(signature, timestamp, body))
        {
            return new EndpointResult.Rejected(401);
        }

        try
        {
            return header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant() switch
            {
                "application/json" => OfJson(header, body),
                "application/x-www-form-urlencoded" => OfForm(header, body),
                _ => new EndpointResult.Rejected(400),
            };
        }
        catch (JsonException)
        {
            return new EndpointResult.Rejected(400);
        }
    }

    /// <summary>The Events API: https://docs.slack.dev/apis/events-api/using-http-request-urls.</summary>
    private static EndpointResult OfJson(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        var json = JsonSerializer.Deserialize(body, SlackJson.Default.JsonElement);
        return Text(json, "type") switch
        {
            // Slack asks once, when the address is entered: https://docs.slack.dev/reference/events/url_verification.
            "url_verification" when Text(json, "challenge") is { } challenge => new EndpointResult.Answered("text/plain", challenge),
            null or "url_verification" => new EndpointResult.Rejected(400),
            _ => Received(Envelope.Events, json, header),
        };
    }

    /// <summary>Clicks bring JSON in a field; the fields of commands stand for themselves.</summary>
    private static EndpointResult OfForm(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        var fields = FormBody.Read(body);
        if (fields["payload"]?.GetValue<string>() is { } payload)
        {
            var json = JsonSerializer.Deserialize(payload, SlackJson.Default.JsonElement);
            return json.ValueKind == JsonValueKind.Object ? Received(Envelope.Interactive, json, header) : new EndpointResult.Rejected(400);
        }

        // Slack looks now and then whether the address is still there, and wants nothing but a 200.
        if (fields.ContainsKey("ssl_check")) return new EndpointResult.Answered("text/plain", "");

        return fields.ContainsKey("command") ? Received(Envelope.SlashCommand, FormBody.ToElement(fields), header) : new EndpointResult.Rejected(400);
    }

    private static EndpointResult.Received Received(string type, JsonElement payload, Func<string, string?> header) => new(new Envelope("", type, payload)
    {
        RetryAttempt = int.TryParse(header(RetryNumberHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : 0,
        RetryReason = header(RetryReasonHeader) ?? "",
    });

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
