using BriefingBot.Chat.Connecting;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>Our own client of the gateway, version 10: finds out how many shards to run, and runs them.</summary>
public sealed partial class GatewayClient(
    DiscordRest rest, DiscordOptions options, IGatewaySessionStore sessions, TimeProvider time, ILogger<GatewayClient> logger, Random? random = null) : IDiscordConnection
{
    private readonly Random _random = random ?? Random.Shared;

    public async Task RunAsync(DispatchHandler handle, CancellationToken cancellation)
    {
        var bot = await GetGatewayAsync(cancellation);
        var throttle = new IdentifyThrottle(bot.SessionStartLimit, time);
        var count = options.Shards > 0 ? options.Shards : Math.Max(1, bot.Shards);
        LogStarting(logger, count, bot.SessionStartLimit.Remaining);

        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var shards = Enumerable.Range(0, count)
            .Select(id => new ShardRunner(new Shard(id, count), bot.Url, options, throttle, sessions, handle, _random, time, logger).RunAsync(all.Token))
            .ToList();

        // A shard ends only for good, for a reason that holds for the others, too.
        var ended = await Task.WhenAny(shards);
        await all.CancelAsync();
        await Task.WhenAll(shards).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await ended;
    }

    /// <summary>Discord may be away when the bot starts; that is no reason to give up.</summary>
    private async Task<GatewayBot> GetGatewayAsync(CancellationToken cancellation)
    {
        var delay = new ReconnectDelay(_random);
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GetGatewayBotAsync(cancellation);
            }
            catch (DiscordException e) when (e.IsTransient)
            {
                var wait = e.RetryAfter > delay.After(failures) ? e.RetryAfter.Value : delay.After(failures);
                LogUnavailable(logger, e.Message, wait);
                await Task.Delay(wait, time, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Count} gateway connection(s); {Remaining} new sessions left today")]
    private static partial void LogStarting(ILogger logger, int count, int remaining);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: {Reason} Asking again in {Wait}.")]
    private static partial void LogUnavailable(ILogger logger, string reason, TimeSpan wait);
}
