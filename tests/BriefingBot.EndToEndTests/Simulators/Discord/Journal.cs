using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>One thing that went over the wire: a REST call, a gateway payload in or out, a connection or a close.</summary>
/// <param name="What">The method and path, the event name or <c>op N</c>, or <c>close N</c>.</param>
/// <param name="Body">The request's or payload's body.</param>
/// <param name="Status">The HTTP status or close code; 0 for payloads.</param>
internal sealed record JournalEntry(DateTimeOffset At, Traffic Traffic, string What, JsonNode? Body, int Status = 0, JsonNode? Answer = null)
{
    public JsonObject ToJson() => new() { ["traffic"] = Traffic.ToString(), ["what"] = What, ["status"] = Status, ["body"] = Body?.DeepClone(), ["answer"] = Answer?.DeepClone() };
}

internal enum Traffic
{
    Rest,
    GatewayConnect,
    GatewayIn,
    GatewayOut,
    GatewayClosedByClient,
    GatewayClosedByServer,
    HttpInteraction,
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

    /// <summary>REST calls whose method and path contain <paramref name="what"/>.</summary>
    public IReadOnlyList<JournalEntry> Calls(string what) =>
        [.. Entries.Where(entry => entry.Traffic == Traffic.Rest && entry.What.Contains(what, StringComparison.Ordinal))];

    public IReadOnlyList<JournalEntry> Of(Traffic traffic) => [.. Entries.Where(entry => entry.Traffic == traffic)];

    public void Add(Traffic traffic, string what, JsonNode? body = null, int status = 0, JsonNode? answer = null)
    {
        var entry = new JournalEntry(time.GetUtcNow(), traffic, what, body?.DeepClone(), status, answer?.DeepClone());
        lock (_sync) _entries.Add(entry);
    }
}
