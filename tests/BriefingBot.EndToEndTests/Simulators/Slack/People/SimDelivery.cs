using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>An event, a command or an interaction on its way to the app, and what the app made of it.</summary>
/// <param name="type">As a socket's envelope names it: events_api, slash_commands or interactive.</param>
/// <param name="acceptsResponse">Whether an acknowledgement may carry an answer.</param>
internal sealed class SimDelivery(string type, JsonObject payload, DateTimeOffset at, bool acceptsResponse = false)
{
    public const string Events = "events_api";
    public const string SlashCommand = "slash_commands";
    public const string Interactive = "interactive";

    public string Type { get; } = type;

    public JsonObject Payload { get; } = payload;

    public DateTimeOffset CreatedAt { get; } = at;

    public bool AcceptsResponse { get; } = acceptsResponse;

    /// <summary>Only events come again.</summary>
    public bool IsEvent => Type == Events;

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public JsonObject? Response { get; set; }

    /// <summary>How often it was sent or tried to be sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How many attempts are known to have failed; the next one is then under way or planned.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last attempt failed, as Slack's retry headers say it; "" before one has.</summary>
    public string Failure { get; set; } = "";

    /// <summary>No further attempt follows; a person was told that the app did not respond.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>What Slack does with the acknowledgement's answer.</summary>
    public Action<JsonObject?>? Acknowledged { get; init; }

    public string? EventId => Payload["event_id"].AsString();

    public string? TriggerId => Payload["trigger_id"].AsString();

    public string? ResponseUrl => Payload["response_url"].AsString();
}

/// <summary>An id that lets the app open a view for the person who acted: once, and for three seconds.</summary>
internal sealed class SimTrigger(string id, SimUser user, DateTimeOffset expiresAt)
{
    public string Id { get; } = id;

    public SimUser User { get; } = user;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public bool IsUsed { get; set; }
}

/// <summary>Where the app may answer an action up to five times within thirty minutes.</summary>
internal sealed class SimResponseUrl(SimChannel channel, SimUser user, SimMessage? source, DateTimeOffset at)
{
    public const int MaxUses = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public SimChannel Channel { get; } = channel;

    public SimUser User { get; } = user;

    /// <summary>The message whose button was used; what replace_original means.</summary>
    public SimMessage? Source { get; } = source;

    public DateTimeOffset ExpiresAt { get; } = at + Life;

    public int Uses { get; set; }
}
