using System.Net.WebSockets;
using System.Text.Json;
using BriefingBot.Chat.Connecting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>
/// The life of one socket: hello, envelopes and their acknowledgements, good-bye. What comes after it is the
/// <see cref="SocketRunner"/>'s business.
/// </summary>
internal sealed partial class SocketModeConnection : IAsyncDisposable
{
    /// <summary>Slack says hello at once; a server that does not is not worth waiting for.</summary>
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(30);

    /// <summary>An envelope that is not acknowledged by then counts as failed: https://docs.slack.dev/apis/events-api/using-socket-mode#acknowledge.</summary>
    public static readonly TimeSpan AcknowledgementTime = TimeSpan.FromSeconds(3);

    /// <summary>Envelopes handled at a time: one that has to wait for something, such as who a person is, holds up no others.</summary>
    public const int MostAtOnce = 16;

    /// <summary>For the other side to answer our close; Slack may not.</summary>
    public static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);

    private readonly EnvelopeHandler _handle;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MessageSocket _socket;
    private readonly CancellationTokenSource _life;
    private readonly CancellationTokenSource _handling = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly TaskCompletionSource<bool> _established = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _run;
    private bool _left;

    /// <param name="url">From apps.connections.open.</param>
    /// <param name="handle">Stores an envelope.</param>
    /// <param name="ping">How often to ask for a sign of life, and how long to wait for it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public SocketModeConnection(Uri url, EnvelopeHandler handle, TimeSpan ping, TimeProvider time, ILogger logger)
    {
        (_handle, _time, _logger, _socket) = (handle, time, logger, new MessageSocket(time));
        _socket.Ping(ping, ping);
        _life = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _run = RunAsync(url);
    }

    /// <summary>Whether Slack said hello, once that is known.</summary>
    public Task<bool> Established => _established.Task;

    /// <summary>Comes when it is to be replaced; it may go on working until it is disposed.</summary>
    public Task<ConnectionEnd> End => _end.Task;

    /// <summary>Lets what is being handled be acknowledged, then says good-bye.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (_time.CreateTimer(_ => _handling.Cancel(), null, AcknowledgementTime, Timeout.InfiniteTimeSpan))
        {
            await LeaveAsync();
            await _run;
        }

        _socket.Dispose();
        _turns.Dispose();
        _life.Dispose();
        _handling.Dispose();
    }

    private async Task RunAsync(Uri url)
    {
        ConnectionEnd end;
        try
        {
            await _socket.ConnectAsync(url, _life.Token);
            await ReadAsync();
            await _socket.LeaveAsync((int)WebSocketCloseStatus.NormalClosure);
            end = new ConnectionEnd(Recovery.Reconnect, "Slack closed the socket");
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            end = new ConnectionEnd(Recovery.Reconnect, "Slack did not respond in time", e);
        }
        catch (Exception e)
        {
            // Whatever it was: the socket is of no more use, and whoever waits for its end must know.
            end = new ConnectionEnd(Recovery.Reconnect, e.Message, e);
        }

        _established.TrySetResult(false);
        _end.TrySetResult(end);
    }

    private async Task ReadAsync()
    {
        await using var unheard = _time.CreateTimer(_ => _life.Cancel(), null, HelloTimeout, Timeout.InfiniteTimeSpan);
        while (await _socket.ReceiveAsync(_life.Token) is { } message)
        {
            var said = Parse(message.Span);
            switch (said?.Type)
            {
                case SocketMessage.Hello:
                    unheard.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    LogHello(_logger, said.NumConnections);
                    _established.TrySetResult(true);
                    break;
                case SocketMessage.Disconnect:
                    // Slack closes it a little later; until then envelopes may still come.
                    _end.TrySetResult(ConnectionEnd.Of(said.Reason));
                    _established.TrySetResult(false);
                    break;
                case not null when said.EnvelopeId is { Length: > 0 } id:
                    await BeginAsync(said, id);
                    break;
                default:
                    break;
            }
        }
    }

    private async Task BeginAsync(SocketMessage said, string id)
    {
        await _turns.WaitAsync(_life.Token);
        _ = TakeAsync(new Envelope(id, said.Type!, said.Payload) { RetryAttempt = said.RetryAttempt ?? 0, RetryReason = said.RetryReason ?? "" });
    }

    private async Task TakeAsync(Envelope envelope)
    {
        try
        {
            // What comes after our good-bye cannot be acknowledged; Slack delivers it over another socket.
            if (_left || !await HandleAsync(envelope)) return;

            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new Acknowledgement(envelope.Id), SlackJson.Default.Acknowledgement), _life.Token);
        }
        catch (Exception e) when (e is WebSocketException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            // The link is dead: whoever reads from it is not to wait for that to show.
            await _life.CancelAsync();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Whether it may be acknowledged. What is of no known type is: Slack would only send it again.</summary>
    private async Task<bool> HandleAsync(Envelope envelope)
    {
        if (envelope.Type is not (Envelope.Events or Envelope.SlashCommand or Envelope.Interactive)) return true;

        await using var late = _time.CreateTimer(_ => LogLate(_logger, envelope.Type, envelope.Id, AcknowledgementTime), null, AcknowledgementTime, Timeout.InfiniteTimeSpan);
        try
        {
            await _handle(envelope, _handling.Token);
            return true;
        }
        catch (OperationCanceledException) when (_handling.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            // Slack delivers it again; the others that come over this socket are not to wait for that.
            LogUnhandled(_logger, envelope.Type, envelope.Id, e.Message, e is SlackException ? null : e);
            return false;
        }
    }

    private async Task LeaveAsync()
    {
        for (var turn = 0; turn < MostAtOnce; turn++) await _turns.WaitAsync();
        _left = true;
        _turns.Release(MostAtOnce);
        if (await _socket.LeaveAsync((int)WebSocketCloseStatus.NormalClosure)) _life.CancelAfter(ClosingTime);
        else await _life.CancelAsync();
    }

    private SocketMessage? Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, SlackJson.Default.SocketMessage);
        }
        catch (JsonException e)
        {
            LogMalformed(_logger, message.Length, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: a socket is open; the app holds {Count}")]
    private static partial void LogHello(ILogger logger, int? count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: handling {Type} {Id} takes longer than the {Limit} that Slack waits; it will be delivered again")]
    private static partial void LogLate(ILogger logger, string type, string id, TimeSpan limit);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack: handling {Type} {Id} failed; it is not acknowledged. {Reason}")]
    private static partial void LogUnhandled(ILogger logger, string type, string id, string reason, Exception? exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: a message of {Length} bytes over a socket is not as documented and passed over")]
    private static partial void LogMalformed(ILogger logger, int length, Exception exception);
}
