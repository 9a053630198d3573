using BriefingBot.Chat.Connecting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>Keeps one shard connected: connect, run, see why it ended, wait, again.</summary>
internal sealed partial class ShardRunner(
    Shard shard, string gatewayUrl, DiscordOptions options, IdentifyThrottle throttle, IGatewaySessionStore sessions, DispatchHandler handle, Random random, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// So many times an event is delivered to a handler that fails before it is given up. Between them the waits grow, so
    /// that a store that is busy for half a minute loses nothing.
    /// </summary>
    public const int MaxDeliveries = 6;

    /// <summary>So many failures in a row at <c>resume_gateway_url</c> before the session is asked for at the gateway's own address.</summary>
    public const int MaxFailuresAtResumeUrl = 3;

    /// <summary>A connection that lived so long was a good one.</summary>
    public static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly ReconnectDelay _delay = new(random);
    private GatewaySession? _session;
    private (long? Sequence, int Times) _undelivered;
    private int _failures;

    /// <exception cref="DiscordException">Connecting again would not help.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        _session = await sessions.LoadAsync(shard, cancellation);
        // A session keeps its intents; new ones take a new session.
        if (_session?.Intents != (int)options.Intents) _session = null;

        while (true)
        {
            var end = await ConnectAsync(cancellation);
            if (end.Recovery == Recovery.Stop) throw new DiscordException(end.Reason) { Code = end.Code };

            if (end.Recovery == Recovery.Identify && _session is not null)
            {
                _session = null;
                await sessions.SaveAsync(shard, null, cancellation);
            }

            var wait = _delay.After(_failures);
            LogAgain(logger, shard, end.Reason, wait);
            if (end.Cause is not null) LogCause(logger, shard, end.Cause);
            await Task.Delay(wait, time, cancellation);
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(CancellationToken cancellation)
    {
        using var turn = _session is null ? await throttle.EnterAsync(shard, cancellation) : null;
        await using var connection = new GatewayConnection(shard, options, _session, sessions, DeliverAsync, random, time, logger);
        var began = time.GetTimestamp();
        var end = await connection.RunAsync(Address(), () => turn?.Identified(), cancellation);

        _failures = Failures(connection, time.GetElapsedTime(began));
        _session = connection.Session;
        return end;
    }

    private int Failures(GatewayConnection connection, TimeSpan lived)
    {
        if (!connection.WasEstablished || connection.HandlerFailed) return _failures + 1;

        // Connecting at once is for connections that were good for something; else two sides could spin.
        return lived >= Stable ? 0 : 1;
    }

    private Uri Address()
    {
        var resume = _failures < MaxFailuresAtResumeUrl && Uri.TryCreate(_session?.ResumeUrl, UriKind.Absolute, out _);
        return GatewayUrl.Of(resume ? _session!.ResumeUrl : gatewayUrl, options.Compression);
    }

    private async ValueTask DeliverAsync(Dispatch dispatch, long? sequence, CancellationToken cancellation)
    {
        if (dispatch is SessionStarted or SessionResumed) LogEstablished(logger, shard, dispatch.Name);
        try
        {
            await handle(dispatch, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && IsLastDelivery(sequence))
        {
            LogGivenUp(logger, shard, dispatch.Name, MaxDeliveries, e);
        }
    }

    private bool IsLastDelivery(long? sequence)
    {
        _undelivered = _undelivered.Sequence == sequence ? (sequence, _undelivered.Times + 1) : (sequence, 1);
        return _undelivered.Times >= MaxDeliveries;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: {Name}")]
    private static partial void LogEstablished(ILogger logger, Shard shard, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord shard {Shard}: an event {Name} is given up; handling it failed {Times} times")]
    private static partial void LogGivenUp(ILogger logger, Shard shard, string name, int times, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: {Reason}; connecting again in {Wait}")]
    private static partial void LogAgain(ILogger logger, Shard shard, string reason, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord shard {Shard} broke")]
    private static partial void LogCause(ILogger logger, Shard shard, Exception cause);
}
