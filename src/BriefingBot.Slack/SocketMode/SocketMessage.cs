using System.Text.Json;

namespace BriefingBot.Slack.SocketMode;

/// <summary>Whatever comes over a socket: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
internal sealed record SocketMessage
{
    public const string Hello = "hello";
    public const string Disconnect = "disconnect";

    public string? Type { get; init; }

    public string? EnvelopeId { get; init; }

    public JsonElement Payload { get; init; }

    public int? RetryAttempt { get; init; }

    public string? RetryReason { get; init; }

    /// <summary>Of a <see cref="Disconnect"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>With <see cref="Hello"/>: the sockets that the app holds, this one included.</summary>
    public int? NumConnections { get; init; }
}

/// <summary>The answer to an envelope; without a payload, as what there is to say is said by the Web API.</summary>
internal sealed record Acknowledgement(string EnvelopeId);
