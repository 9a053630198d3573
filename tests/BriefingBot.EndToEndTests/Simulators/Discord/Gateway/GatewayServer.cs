using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>https://docs.discord.com/developers/events/gateway: hello, identify, heartbeat, resume, and the reasons to hang up.</summary>
internal sealed class GatewayServer(SimulatorSettings settings, World world, Faults faults, Journal journal)
{
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];
    private int _lastSession;

    public IdentifyGate Identifies { get; } = new(settings);

    /// <summary>Sessions that have a live socket.</summary>
    public int Online
    {
        get { lock (world.Sync) return _sessions.Values.Count(session => session.Connection is not null); }
    }

    public async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || faults.RefuseSockets)
        {
            context.Response.StatusCode = faults.RefuseSockets ? 503 : 400;
            return;
        }

        var query = context.Request.Query;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new GatewayConnection(this, socket, query["compress"] == "zlib-stream", context.Abort, settings, journal);
        journal.Add(Traffic.GatewayConnect, context.Request.Path + context.Request.QueryString);
        lock (world.Sync) _connections.Add(connection);
        if (query["v"] is var version && version.Count > 0 && version != "10") Close(connection, CloseCode.InvalidVersion);
        else if (query["encoding"] is var encoding && encoding.Count > 0 && encoding != "json") Close(connection, CloseCode.DecodeError);
        else Send(connection, 10, new JsonObject { ["heartbeat_interval"] = (int)settings.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() });
        await connection.RunAsync(context.RequestAborted);
    }

    /// <summary>Dispatches to every session whose shard has the guild; <paramref name="view"/> gives null for those that must not see it.</summary>
    public void Dispatch(string type, ulong? guildId, Func<GatewaySession, JsonObject?> view)
    {
        lock (world.Sync)
        {
            foreach (var session in _sessions.Values.Where(session => session.Receives(guildId)))
            {
                if (view(session) is not { } data) continue;
                journal.Add(Traffic.GatewayOut, type, data);
                session.Dispatch(type, data);
            }
        }
    }

    public void ForEach(Action<GatewayConnection> act)
    {
        lock (world.Sync)
        {
            foreach (var connection in _connections.ToList()) act(connection);
        }
    }

    public void Send(GatewayConnection connection, int op, JsonNode? data)
    {
        var frame = new JsonObject { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data };
        journal.Add(Traffic.GatewayOut, $"op {op}", frame);
        connection.Send(frame);
    }

    public void Close(GatewayConnection connection, int code)
    {
        journal.Add(Traffic.GatewayClosedByServer, $"close {code}", status: code);
        if (code is CloseCode.AuthenticationFailed or CloseCode.InvalidSequence or CloseCode.SessionTimedOut or >= CloseCode.InvalidShard) Forget(connection.Session);
        connection.Close(code);
    }

    /// <summary>1000 and 1001 from the client end the session; with anything else it can be resumed.</summary>
    public void Detach(GatewayConnection connection, int? closeCode)
    {
        lock (world.Sync)
        {
            _connections.Remove(connection);
            if (connection.Session is not { } session) return;
            if (session.Connection == connection) session.Connection = null;
            if (closeCode is 1000 or 1001) _sessions.Remove(session.Id);
        }
    }

    public void Invalidate(GatewayConnection connection, bool resumable)
    {
        if (connection.Session is { } session)
        {
            if (!resumable) Forget(session);
            (session.Connection, connection.Session) = (null, null);
        }

        Send(connection, 9, resumable);
    }

    public void Forget(GatewaySession? session)
    {
        if (session is null) return;
        lock (world.Sync) _sessions.Remove(session.Id);
    }

    public void Receive(GatewayConnection connection, JsonObject frame)
    {
        var op = frame["op"].AsInt();
        journal.Add(Traffic.GatewayIn, $"op {op}", frame);
        lock (world.Sync)
        {
            switch (op)
            {
                // Clients may send heartbeats before they identify.
                case 1: if (!faults.StopAcks) Send(connection, 11, null); break;
                case 2: Identify(connection, frame["d"] as JsonObject); break;
                case 6: Resume(connection, frame["d"] as JsonObject); break;
                case 3 or 4 or 8 or 31 or 43: if (connection.Session is null) Close(connection, CloseCode.NotAuthenticated); break;
                default: Close(connection, op is null ? CloseCode.DecodeError : CloseCode.UnknownOpcode); break;
            }
        }
    }

    private void Identify(GatewayConnection connection, JsonObject? data)
    {
        if (Refusal(connection, data) is { } code)
        {
            Close(connection, code);
            return;
        }

        var (shard, shards) = Shard(data!)!.Value;
        if (!Identifies.TryEnter(shard))
        {
            Send(connection, 9, false);
            return;
        }

        if (!Identifies.TrySpend())
        {
            Close(connection, CloseCode.AuthenticationFailed);
            return;
        }

        var session = new GatewaySession($"session{++_lastSession:D25}", shard, shards, (Intents)data!["intents"].AsInt()!.Value, faults);
        (session.Connection, connection.Session) = (connection, session);
        _sessions.Add(session.Id, session);
        Welcome(session, data.ContainsKey("shard") ? new JsonArray(shard, shards) : null);
    }

    private int? Refusal(GatewayConnection connection, JsonObject? data)
    {
        if (connection.Session is not null) return CloseCode.AlreadyAuthenticated;
        if (data?["token"].AsString() is not { } token || data["properties"] is not JsonObject) return CloseCode.DecodeError;
        if (!IsToken(token)) return CloseCode.AuthenticationFailed;
        if (Shard(data) is not { } shard) return CloseCode.InvalidShard;
        if (settings.ShardingRequired && shard.Count == 1) return CloseCode.ShardingRequired;
        if (data["intents"].AsInt() is not { } intents || ((Intents)intents & ~Intents.Defined) != 0) return CloseCode.InvalidIntents;
        return ((Intents)intents & Intents.AllPrivileged & ~settings.Privileged) != 0 ? CloseCode.DisallowedIntents : null;
    }

    private static (int Id, int Count)? Shard(JsonObject data)
    {
        if (data["shard"] is null) return (0, 1);
        return data["shard"] is JsonArray { Count: 2 } pair && pair[0].AsInt() is { } id && pair[1].AsInt() is { } count && id >= 0 && id < count ? (id, count) : null;
    }

    private void Resume(GatewayConnection connection, JsonObject? data)
    {
        if (connection.Session is not null) Close(connection, CloseCode.AlreadyAuthenticated);
        else if (data?["token"].AsString() is not { } token || data["seq"].AsInt() is not { } sequence) Close(connection, CloseCode.DecodeError);
        else if (!IsToken(token)) Close(connection, CloseCode.AuthenticationFailed);
        else if (!_sessions.TryGetValue(data["session_id"].AsString() ?? "", out var session)) Send(connection, 9, false);
        else if (sequence > session.Sequence) Close(connection, CloseCode.InvalidSequence);
        else
        {
            session.Connection?.Close(CloseCode.UnknownError);
            (session.Connection, connection.Session) = (connection, session);
            session.Replay(sequence);
        }
    }

    // The library of Discord's own examples sends the token with and without its scheme.
    private bool IsToken(string token) => token == settings.Token || token == "Bot " + settings.Token;

    private void Welcome(GatewaySession session, JsonArray? shard)
    {
        var guilds = world.Guilds.Where(guild => session.Receives(guild.Id)).ToList();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = world.Bot.ToJson(),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => new JsonObject { ["id"] = guild.Id.ToString(), ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = world.ResumeUrl,
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = world.Bot.Id.ToString(), ["flags"] = 0, ["flags_new"] = "0" },
            ["_trace"] = new JsonArray(),
        };
        if (shard is not null) ready["shard"] = shard;
        journal.Add(Traffic.GatewayOut, "READY", ready);
        session.Send("READY", ready);
        if (!session.Has(Intents.Guilds)) return;
        foreach (var guild in guilds)
        {
            var json = guild.ToJson(world.Bot);
            journal.Add(Traffic.GatewayOut, "GUILD_CREATE", json);
            session.Send("GUILD_CREATE", json);
        }
    }
}
