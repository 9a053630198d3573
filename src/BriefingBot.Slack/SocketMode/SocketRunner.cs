using BriefingBot.Chat.Connecting;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>Keeps one socket open: connect, see why it is to be replaced, wait, connect the next, leave the former.</summary>
internal sealed partial class SocketRunner(int number, SlackWebApi api, EnvelopeHandler handle, TimeSpan ping, Random random, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>A socket that lived so long was a good one.</summary>
    public static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly ReconnectDelay _delay = new(random);
    private SocketModeConnection? _current;
    private SocketModeConnection? _next;
    private int _failures;

    /// <exception cref="SlackException">Connecting again would not help.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = await ConnectAsync(cancellation);
            if (end.Recovery == Recovery.Stop) throw new SlackException(end.Reason);

            var wait = _delay.After(_failures);
            if (end.RetryAfter > wait) wait = end.RetryAfter.Value;
            LogAgain(logger, number, end.Reason, wait);
            if (end.Cause is not null) LogCause(logger, number, end.Cause);
            await Task.Delay(wait, time, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_next is not null) await _next.DisposeAsync();
        if (_current is not null) await _current.DisposeAsync();
    }

    /// <summary>Opens a socket and stays until it is to be replaced.</summary>
    private async Task<ConnectionEnd> ConnectAsync(CancellationToken cancellation)
    {
        Uri url;
        try
        {
            url = await api.OpenConnectionAsync(cancellation);
        }
        catch (SlackException e) when (e.IsTransient)
        {
            _failures++;
            return new ConnectionEnd(Recovery.Reconnect, e.Message) { RetryAfter = e.RetryAfter };
        }

        var began = time.GetTimestamp();
        _next = new SocketModeConnection(url, handle, ping, time, logger);
        var socket = _next;
        var established = await socket.Established.WaitAsync(cancellation);

        // The former one is left only now, so that something listens all the time; or the new one, if it came to nothing.
        if (established) (_current, _next) = (socket, _current);
        if (_next is not null) await _next.DisposeAsync();
        _next = null;
        var end = await socket.End.WaitAsync(cancellation);

        // Replacing at once is for sockets that were good for something, else two sides could spin; waiting ever longer for those that never were.
        var worked = established && end.Recovery != Recovery.StandBack;
        _failures = worked && time.GetElapsedTime(began) >= Stable ? 0 : worked || end.Recovery == Recovery.Replace ? 1 : _failures + 1;
        return end;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack socket {Number}: {Reason}; opening the next in {Wait}")]
    private static partial void LogAgain(ILogger logger, int number, string reason, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack socket {Number} broke")]
    private static partial void LogCause(ILogger logger, int number, Exception cause);
}
