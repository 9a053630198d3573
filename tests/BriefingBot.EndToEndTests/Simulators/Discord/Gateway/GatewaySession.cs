using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>A session outlives its sockets: dispatches are numbered and kept, so that a resume replays what was missed.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, Intents intents, Faults faults)
{
    private readonly List<(int Sequence, JsonObject Frame)> _sent = [];
    private (string Type, JsonObject Data)? _held;

    public string Id { get; } = id;

    public int Shard { get; } = shard;

    public Intents Intents { get; } = intents;

    public int Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    public bool Has(Intents intent) => Intents.HasFlag(intent);

    /// <summary>https://docs.discord.com/developers/events/gateway#sharding: direct messages go to shard 0.</summary>
    public bool Receives(ulong? guildId) => guildId is { } guild ? (int)((guild >> 22) % (ulong)shards) == Shard : Shard == 0;

    public void Dispatch(string type, JsonObject data)
    {
        if (_held is null && faults.TakeSwap())
        {
            _held = (type, data);
            return;
        }

        Send(type, data);
        if (faults.DuplicateDispatches) Send(type, (JsonObject)data.DeepClone());
        if (_held is not { } late) return;
        _held = null;
        Send(late.Type, late.Data);
    }

    /// <summary>Sends again everything after <paramref name="lastSeen"/>, then RESUMED.</summary>
    public void Replay(int lastSeen)
    {
        foreach (var (_, frame) in _sent.Where(entry => entry.Sequence > lastSeen - faults.ReplayOverlap)) Connection?.Send(frame);
        if (_held is { } late) Send(late.Type, late.Data);
        _held = null;
        Send("RESUMED", new JsonObject { ["_trace"] = new JsonArray("[\"simulator\"]") });
    }

    /// <summary>Events outside the flow of swaps and duplicates: READY and RESUMED.</summary>
    public void Send(string type, JsonObject data)
    {
        if (faults.UnknownFields) data["simulated_field"] = new JsonObject { ["nobody"] = new JsonArray(1, "knows", null) };
        var frame = new JsonObject { ["t"] = type, ["s"] = ++Sequence, ["op"] = 0, ["d"] = data };
        _sent.Add((Sequence, frame));
        Connection?.Send(frame);
    }
}
