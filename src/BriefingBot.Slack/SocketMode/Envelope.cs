using System.Text.Json;

namespace BriefingBot.Slack.SocketMode;

/// <summary>One delivery from Slack, whether it came over a socket or as a signed request: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
/// <param name="Id">The envelope's id; empty for what came by a request.</param>
/// <param name="Type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
/// <param name="Payload">What a request to the app's address holds, as JSON; the fields of a slash command are its properties.</param>
public sealed record Envelope(string Id, string Type, JsonElement Payload)
{
    public const string Events = "events_api";
    public const string SlashCommand = "slash_commands";
    public const string Interactive = "interactive";

    /// <summary>How often it was delivered before.</summary>
    public int RetryAttempt { get; init; }

    public string RetryReason { get; init; } = "";
}
