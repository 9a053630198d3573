using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Slack.SocketMode;

/// <summary>https://docs.slack.dev/apis/events-api/using-socket-mode: each envelope goes to one of the app's sockets and wants an acknowledgement.</summary>
internal sealed class SocketServer(SimulatorSettings settings, World world, Faults faults, Journal journal)
{
    public const int MaxConnections = 10;
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(30);
    private readonly List<SocketConnection> _connections = [];
    private readonly HashSet<string> _tickets = [];
    private readonly Dictionary<string, SentEnvelope> _sent = [];
    private int _turn;

    /// <summary>Sockets that are open and not asked to go.</summary>
    public int Online
    {
        get { lock (world.Sync) return _connections.Count(connection => !connection.IsLeaving); }
    }

    public string OpenUrl()
    {
        var ticket = Guid.NewGuid().ToString();
        lock (world.Sync) _tickets.Add(ticket);
        return $"{world.Origin.Replace("http", "ws", StringComparison.Ordinal)}/link/?ticket={ticket}&app_id={world.AppId}";
    }

    public async Task AcceptAsync(HttpContext context)
    {
        if (Refusal(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = settings.PingInterval, KeepAliveTimeout = PongWithin });
        var connection = new SocketConnection(this, socket, context.Abort, journal);
        journal.Add(Traffic.SocketConnect, context.Request.Path);
        Attach(connection);
        await connection.RunAsync(context.RequestAborted);
    }

    /// <summary>Sends to one socket, in turn; gives false when none is open. <paramref name="done"/> hears once whether it was acknowledged.</summary>
    public bool TrySend(SimDelivery delivery, int retry, Action<string?> done)
    {
        lock (world.Sync)
        {
            var candidates = _connections.Where(connection => !connection.IsLeaving).DefaultIfEmpty(_connections.FirstOrDefault()).OfType<SocketConnection>().ToList();
            if (candidates.Count == 0) return false;
            var (id, connection) = (Guid.NewGuid().ToString(), candidates[_turn++ % candidates.Count]);
            var sent = new SentEnvelope(delivery, connection, done);
            _sent.Add(id, sent);
            sent.Timer = settings.Time.CreateTimer(_ => Finish(id, null, "timeout"), null, settings.AcknowledgeWithin, Timeout.InfiniteTimeSpan);
            var envelope = Envelope(delivery, id, retry);
            for (var copies = faults.DuplicateEnvelopes ? 2 : 1; copies > 0; copies--) connection.Send(delivery.Type, envelope);
            return true;
        }
    }

    public void ForEach(Action<SocketConnection> act)
    {
        lock (world.Sync) _connections.ToList().ForEach(act);
    }

    /// <summary>After <c>warning</c> the socket goes on; after any other reason Slack closes it when the grace is over.</summary>
    public void Disconnect(SocketConnection connection, string reason)
    {
        connection.Send("disconnect", new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-simulated" } });
        if (reason == "warning") return;
        connection.IsLeaving = true;
        _ = CloseLaterAsync(connection);
    }

    public void Receive(JsonObject message)
    {
        journal.Add(Traffic.SocketIn, "acknowledgement", message);
        if (message["envelope_id"].AsString() is not { } id || faults.TakeLostAcknowledgement()) return;
        if (faults.AcknowledgementDelay == TimeSpan.Zero) Finish(id, message["payload"] as JsonObject, null);
        else _ = FinishLaterAsync(id, message["payload"] as JsonObject);
    }

    public void Detach(SocketConnection connection)
    {
        lock (world.Sync)
        {
            _connections.Remove(connection);
            foreach (var (id, _) in _sent.Where(sent => sent.Value.Connection == connection).ToList()) Finish(id, null, "connection_closed");
        }
    }

    public void Stop()
    {
        lock (world.Sync)
        {
            foreach (var sent in _sent.Values) sent.Timer?.Dispose();
            _sent.Clear();
        }
    }

    private int? Refusal(HttpContext context)
    {
        if (faults.RefuseSockets) return 503;
        if (!context.WebSockets.IsWebSocketRequest) return 400;
        lock (world.Sync) return _tickets.Contains(context.Request.Query["ticket"].ToString()) ? null : 401;
    }

    private void Attach(SocketConnection connection)
    {
        lock (world.Sync)
        {
            _connections.Add(connection);
            connection.Send("hello", new JsonObject
            {
                ["type"] = "hello",
                ["num_connections"] = _connections.Count,
                ["debug_info"] = new JsonObject { ["host"] = "applink-simulated", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
                ["connection_info"] = new JsonObject { ["app_id"] = world.AppId },
            });
            if (_connections.Count > MaxConnections) Disconnect(connection, "too_many_websockets");
        }
    }

    private JsonObject Envelope(SimDelivery delivery, string id, int retry)
    {
        var envelope = new JsonObject { ["envelope_id"] = id, ["payload"] = delivery.Payload.DeepClone(), ["type"] = delivery.Type, ["accepts_response_payload"] = delivery.AcceptsResponse };
        if (delivery.IsEvent) (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, delivery.Failure);
        if (faults.UnknownFields) envelope["simulated_field"] = 1;
        return envelope;
    }

    private void Finish(string id, JsonObject? response, string? failure)
    {
        lock (world.Sync)
        {
            if (!_sent.Remove(id, out var sent)) return;
            sent.Timer?.Dispose();
            if (failure is null) sent.Delivery.Response = response;
            sent.Done(failure);
        }
    }

    private async Task FinishLaterAsync(string id, JsonObject? response)
    {
        await Task.Delay(faults.AcknowledgementDelay, settings.Time);
        Finish(id, response, null);
    }

    private async Task CloseLaterAsync(SocketConnection connection)
    {
        await Task.Delay(settings.DisconnectGrace, settings.Time);
        lock (world.Sync)
        {
            if (_connections.Contains(connection)) connection.Close();
        }
    }

    private sealed record SentEnvelope(SimDelivery Delivery, SocketConnection Connection, Action<string?> Done)
    {
        public ITimer? Timer { get; set; }
    }
}
