using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// The life of one socket: hello, heartbeats, identify or resume, events, end:
/// https://discord.com/developers/docs/events/gateway#connection-lifecycle. What to do after the end is the
/// <see cref="ShardRunner"/>'s business.
/// </summary>
internal sealed partial class GatewayConnection(
    Shard shard, DiscordOptions options, GatewaySession? session, IGatewaySessionStore sessions, Func<Dispatch, long?, CancellationToken, ValueTask> deliver, Random random, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    /// <summary>Discord says hello at once; a server that does not is not worth waiting for.</summary>
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(30);

    /// <summary>For the other side to answer our close.</summary>
    public static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(2);

    private readonly GatewaySocket _socket = new(options.Compression, time);
    private readonly CancellationTokenSource _life = new(Timeout.InfiniteTimeSpan, time);
    private CancellationTokenSource? _hello;
    private Heartbeat? _heartbeat;
    private readonly Lock _ends = new();
    private volatile ConnectionEnd? _lost;
    private Task? _ending;
    private volatile bool _handling;
    private volatile bool _reading;

    /// <summary>What can be gone on with; null before READY.</summary>
    public GatewaySession? Session { get; private set; } = session;

    /// <summary>Discord answered READY or RESUMED.</summary>
    public bool WasEstablished { get; private set; }

    /// <summary>It ended because an event could not be handled; Discord will deliver that again.</summary>
    public bool HandlerFailed { get; private set; }

    /// <summary>Runs until the connection ends, for whatever reason.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="identified">Called when a new session was asked for.</param>
    /// <param name="cancellation">Ends it, keeping the session.</param>
    public async Task<ConnectionEnd> RunAsync(Uri url, Action identified, CancellationToken cancellation)
    {
        // On leaving, the close frame goes out first, as cancelling a socket's read cuts its link; a shutdown waits for no more.
        await using var leaving = cancellation.UnsafeRegister(_ => _ = EndAsync(new ConnectionEnd(Recovery.Resume, "leaving"), wait: false), null);
        try
        {
            using var opening = CancellationTokenSource.CreateLinkedTokenSource(_life.Token, cancellation);
            await _socket.ConnectAsync(url, opening.Token);
            _reading = true;
            return await ReadAsync(identified, cancellation);
        }
        catch (Exception e) when (EndOf(e) is { } end)
        {
            cancellation.ThrowIfCancellationRequested();
            return end;
        }
        finally
        {
            _reading = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(new ConnectionEnd(Recovery.Resume, "over"));
        await _life.CancelAsync();
        if (_heartbeat is not null) await _heartbeat.DisposeAsync();
        _socket.Dispose();
        _hello?.Dispose();
        _life.Dispose();
    }

    private async Task<ConnectionEnd> ReadAsync(Action identified, CancellationToken cancellation)
    {
        _hello = new CancellationTokenSource(HelloTimeout, time);
        using var unheard = _hello.Token.UnsafeRegister(_ => _ = EndAsync(new ConnectionEnd(Recovery.Resume, "Discord did not say hello")), null);
        while (await _socket.ReceiveAsync(_life.Token) is { } payload)
        {
            switch (payload.Op)
            {
                case GatewayOpcode.Hello:
                    await GreetAsync(payload.D, identified);
                    break;
                case GatewayOpcode.Heartbeat:
                    await BeatAsync();
                    break;
                case GatewayOpcode.HeartbeatAck:
                    _heartbeat?.Acknowledge();
                    break;
                case GatewayOpcode.Dispatch:
                    await DispatchAsync(payload, cancellation);
                    break;
                case GatewayOpcode.Reconnect:
                    return new ConnectionEnd(Recovery.Resume, "Discord asked to reconnect");
                case GatewayOpcode.InvalidSession:
                    var resumable = payload.D.ValueKind == JsonValueKind.True;
                    return new ConnectionEnd(resumable ? Recovery.Resume : Recovery.Identify, $"the session is invalid, {(resumable ? "but can be resumed" : "a new one is needed")}");
                default:
                    break;
            }
        }

        return _lost ?? CloseCode.Explain(_socket.CloseCode, options);
    }

    private async Task GreetAsync(JsonElement data, Action identified)
    {
        if (_heartbeat is not null) return;

        _hello?.CancelAfter(Timeout.InfiniteTimeSpan);
        var hello = data.Deserialize(DiscordJson.Default.Hello);
        if (hello is not { HeartbeatInterval: > 0 }) throw new JsonException("Discord's hello names no heartbeat interval.");

        // Before identifying, which Discord may take long to answer.
        _heartbeat = new Heartbeat(
            TimeSpan.FromMilliseconds(hello.HeartbeatInterval), random.NextDouble(), BeatAsync, () => !_handling,
            cause => EndAsync(new ConnectionEnd(Recovery.Resume, cause is null ? "a heartbeat was not acknowledged" : "a heartbeat could not be sent", null, cause)), time);
        if (Session is { } session)
        {
            await _socket.SendAsync(
                new OutgoingPayload<Resume>(GatewayOpcode.Resume, new Resume(options.Token, session.Id, session.Sequence)), DiscordJson.Default.OutgoingPayloadResume, _life.Token);
            return;
        }

        var properties = new IdentifyProperties(OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux", nameof(BriefingBot), nameof(BriefingBot));
        await _socket.SendAsync(
            new OutgoingPayload<Identify>(GatewayOpcode.Identify, new Identify(options.Token, options.Intents, [shard.Id, shard.Count], properties)), DiscordJson.Default.OutgoingPayloadIdentify, _life.Token);
        identified();
    }

    /// <summary>With the last event that is safe with us, not the last that arrived: what Discord takes as received, it need not keep.</summary>
    private Task BeatAsync() =>
        _socket.SendAsync(new OutgoingPayload<long?>(GatewayOpcode.Heartbeat, Session?.Sequence), DiscordJson.Default.OutgoingPayloadNullableInt64, _life.Token);

    private async Task DispatchAsync(GatewayPayload payload, CancellationToken cancellation)
    {
        var dispatch = DispatchReader.Read(shard, payload.T ?? "", payload.D, out var malformed);
        if (malformed is not null) LogMalformed(logger, shard, dispatch.Name, malformed);

        var next = Next(dispatch, payload.S);
        _handling = true;
        try
        {
            await deliver(dispatch, payload.S, cancellation);
            if (next is not null) await sessions.SaveAsync(shard, next, cancellation);
        }
        catch (Exception)
        {
            HandlerFailed = true;
            throw;
        }
        finally
        {
            _handling = false;
        }

        Session = next;
        if (dispatch is SessionStarted or SessionResumed) WasEstablished = true;
    }

    /// <summary>The session once this event is handled. Events may be delivered twice or late; the number only grows.</summary>
    private GatewaySession? Next(Dispatch dispatch, long? sequence) => dispatch is SessionStarted { Ready: var ready }
        ? new GatewaySession(ready.SessionId, ready.ResumeGatewayUrl, sequence ?? 0, (int)options.Intents)
        : Session is { } session && sequence > session.Sequence ? session with { Sequence = sequence.Value } : Session;

    /// <summary>Ends the connection from outside of the reading.</summary>
    private Task EndAsync(ConnectionEnd end, bool wait = true)
    {
        lock (_ends) return _ending ??= LeaveAsync(end, wait);
    }

    private async Task LeaveAsync(ConnectionEnd end, bool wait)
    {
        _lost = end;
        // Cutting the link at once could overtake the close frame; the reader gets the other side's, or its time is up.
        if (await _socket.LeaveAsync() && wait && _reading) _life.CancelAfter(ClosingTime);
        else await _life.CancelAsync();
    }

    private ConnectionEnd? EndOf(Exception exception) => exception switch
    {
        _ when HandlerFailed => new ConnectionEnd(Recovery.Resume, "an event could not be handled", null, exception),
        _ when _lost is not null => _lost,
        // A close frame that came just before the link broke still counts.
        WebSocketException when _socket.CloseCode is { } code => CloseCode.Explain(code, options),
        WebSocketException or IOException => new ConnectionEnd(Recovery.Resume, exception.Message, null, exception),
        OperationCanceledException or TimeoutException => new ConnectionEnd(Recovery.Resume, "Discord did not respond in time", null, exception),
        JsonException or InvalidDataException => new ConnectionEnd(Recovery.Resume, "Discord sent something that cannot be read", null, exception),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard}: an event {Name} is not as documented and stays raw")]
    private static partial void LogMalformed(ILogger logger, Shard shard, string name, Exception exception);
}
