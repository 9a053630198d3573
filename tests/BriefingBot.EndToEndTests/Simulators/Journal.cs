using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators;

/// <summary>One thing that went over the wire: a call, a payload in or out over a socket, a connection or a close.</summary>
/// <param name="What">The call's method and path, the payload's type, or <c>close N</c>.</param>
/// <param name="Body">The request's or payload's body.</param>
/// <param name="Status">The HTTP status or close code; 0 for payloads.</param>
internal sealed record JournalEntry(DateTimeOffset At, Traffic Traffic, string What, JsonNode? Body, int Status = 0, JsonNode? Answer = null)
{
    public JsonObject ToJson() => new() { ["traffic"] = Traffic.ToString(), ["what"] = What, ["status"] = Status, ["body"] = Body?.DeepClone(), ["answer"] = Answer?.DeepClone() };
}

/// <summary>Discord has its gateway and its interactions endpoint, Slack has sockets and request URLs; REST calls are both's.</summary>
internal enum Traffic
{
    Rest,

    /// <summary>Files that people attached, with whatever authorised the request.</summary>
    File,
    GatewayConnect,
    GatewayIn,
    GatewayOut,
    GatewayClosedByClient,
    GatewayClosedByServer,
    HttpInteraction,
    SocketConnect,
    SocketIn,
    SocketOut,
    SocketClosedByClient,
    SocketClosedByServer,
    RequestUrl,
}

/// <summary>All traffic in the order in which the simulator saw it.</summary>
internal sealed class Journal(TimeProvider time)
{
    private readonly Lock _sync = new();
    private readonly List<JournalEntry> _entries = [];

    public IReadOnlyList<JournalEntry> Entries
    {
        get { lock (_sync) return [.. _entries]; }
    }

    /// <summary>Calls whose method and path contain <paramref name="what"/>.</summary>
    public IReadOnlyList<JournalEntry> Calls(string what) =>
        [.. Entries.Where(entry => entry.Traffic == Traffic.Rest && entry.What.Contains(what, StringComparison.Ordinal))];

    public IReadOnlyList<JournalEntry> Of(Traffic traffic) => [.. Entries.Where(entry => entry.Traffic == traffic)];

    public void Add(Traffic traffic, string what, JsonNode? body = null, int status = 0, JsonNode? answer = null)
    {
        var entry = new JournalEntry(time.GetUtcNow(), traffic, what, body?.DeepClone(), status, answer?.DeepClone());
        lock (_sync) _entries.Add(entry);
    }
}
