using BriefingBot.Chat.Connecting;

namespace BriefingBot.Slack.WebApi;

/// <summary>Knows when the next call may go out: https://docs.slack.dev/apis/web-api/rate-limits.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>A message a second in a channel, "short bursts allowed": so many at once, and as many seconds until the next ones.</summary>
    public const int PostBurst = 3;

    /// <summary>A call that Slack makes wait longer fails at once, so that its caller can decide.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private const int PruneAbove = 500;

    private readonly Dictionary<string, SlidingWindow> _windows = [];
    private readonly Dictionary<string, DateTimeOffset> _blockedUntil = [];
    private readonly Lock _lock = new();

    /// <summary>Waits until the call may go out.</summary>
    /// <param name="method">Which method.</param>
    /// <param name="channel">Where a message is posted to; null for other calls.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="SlackException">The wait would be longer than <see cref="LongestWait"/>.</exception>
    public async ValueTask EnterAsync(ApiMethod method, string? channel, CancellationToken cancellation)
    {
        if (channel is not null) await Window($"{method} {channel}", PostBurst, TimeSpan.FromSeconds(PostBurst)).TakeAsync(cancellation);
        await Window(method.Name, method.PerMinute, TimeSpan.FromMinutes(1)).TakeAsync(cancellation);
        while (Wait(method) is { } wait)
        {
            if (wait > LongestWait)
            {
                throw new SlackException($"Slack limits {method}; it is free again in {Math.Ceiling(wait.TotalSeconds)} s.") { RetryAfter = wait, IsTransient = true, Code = ErrorCode.RateLimited };
            }

            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, cancellation);
        }
    }

    /// <summary>Slack wants to be left alone with this method for so long.</summary>
    public void Block(ApiMethod method, TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            if (until > _blockedUntil.GetValueOrDefault(method.Name)) _blockedUntil[method.Name] = until;
        }
    }

    private TimeSpan? Wait(ApiMethod method)
    {
        lock (_lock)
        {
            var wait = _blockedUntil.GetValueOrDefault(method.Name) - time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    private SlidingWindow Window(string key, int limit, TimeSpan span)
    {
        lock (_lock)
        {
            if (_windows.TryGetValue(key, out var window)) return window;

            // Channels come and go. One pruned while someone waits at it could let a few posts too many through, which Slack takes.
            if (_windows.Count > PruneAbove)
            {
                foreach (var (old, _) in _windows.Where(w => w.Value.Count == 0).ToList()) _windows.Remove(old);
            }

            return _windows[key] = new SlidingWindow(limit, span, time);
        }
    }
}
