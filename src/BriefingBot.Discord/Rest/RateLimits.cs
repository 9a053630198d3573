using BriefingBot.Chat.Connecting;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Knows when the next request may go out: https://discord.com/developers/docs/topics/rate-limits. Nothing is hard-coded but
/// the global limit; a bucket is the header's name with the top-level resource, and until the first response names it,
/// the endpoint with that resource.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>A tenth below Discord's 50, as the network can squeeze two seconds' requests together.</summary>
    public const int GlobalPerSecond = 45;

    /// <summary>A request that would have to wait longer fails at once, so that its sender can decide.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Buckets of interactions are used a few times and then never again.</summary>
    private const int PruneAbove = 500;

    private readonly Dictionary<string, string> _bucketOfRoute = [];
    private readonly Dictionary<string, RateLimitBucket> _buckets = [];
    private readonly SlidingWindow _global = new(GlobalPerSecond, TimeSpan.FromSeconds(1), time);
    private readonly Lock _lock = new();
    private DateTimeOffset _globallyBlockedUntil = DateTimeOffset.MinValue;

    /// <summary>Waits for the request's turn; it is over when the result is disposed.</summary>
    /// <exception cref="DiscordException">The wait would be longer than <see cref="LongestWait"/>.</exception>
    public async Task<Pass> EnterAsync(Route route, CancellationToken cancellation)
    {
        while (true)
        {
            var (key, bucket) = Find(route);
            var pass = new Pass(this, bucket);
            try
            {
                await bucket.Turn.WaitAsync(cancellation);
                pass.HasTurn = true;
                // While it waited, a response may have told the real bucket.
                if (Key(route) == key)
                {
                    await WaitAsync(route, bucket, cancellation);
                    return pass;
                }

                pass.Dispose();
            }
            catch
            {
                pass.Dispose();
                throw;
            }
        }
    }

    /// <summary>Notes what a response says, before the next request of its bucket has its turn.</summary>
    /// <param name="route">The request.</param>
    /// <param name="headers">The response's.</param>
    /// <param name="retryAfter">When it was refused: for how long.</param>
    public void Note(Route route, RateLimitHeaders headers, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (retryAfter is { } all && headers.Scope == RateLimitHeaders.Global)
            {
                _globallyBlockedUntil = Later(_globallyBlockedUntil, now + all);
                return;
            }

            if (headers.Bucket is not null) _bucketOfRoute[route.Name] = headers.Bucket;
            var wait = retryAfter ?? (headers.Remaining == 0 ? headers.ResetAfter : null);
            if (wait is { } some)
            {
                var bucket = FindLocked(route).Bucket;
                bucket.BlockedUntil = Later(bucket.BlockedUntil, now + some);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task WaitAsync(Route route, RateLimitBucket bucket, CancellationToken cancellation)
    {
        while (Wait(route, bucket) is { } wait)
        {
            if (wait > LongestWait)
            {
                throw new DiscordException($"Discord limits {route.Name}; it is free again in {Math.Ceiling(wait.TotalSeconds)} s.") { RetryAfter = wait, IsTransient = true };
            }

            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, cancellation);
        }

        if (!route.IsInteraction) await _global.TakeAsync(cancellation);
    }

    private TimeSpan? Wait(Route route, RateLimitBucket bucket)
    {
        lock (_lock)
        {
            var until = route.IsInteraction ? bucket.BlockedUntil : Later(bucket.BlockedUntil, _globallyBlockedUntil);
            var wait = until - time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    private (string Key, RateLimitBucket Bucket) Find(Route route)
    {
        lock (_lock)
        {
            var found = FindLocked(route);
            found.Bucket.Users++;
            return found;
        }
    }

    private (string Key, RateLimitBucket Bucket) FindLocked(Route route)
    {
        var key = Key(route);
        if (_buckets.TryGetValue(key, out var bucket)) return (key, bucket);

        if (_buckets.Count > PruneAbove) Prune();
        return (key, _buckets[key] = new RateLimitBucket());
    }

    private string Key(Route route)
    {
        lock (_lock) return $"{_bucketOfRoute.GetValueOrDefault(route.Name, route.Name)} {route.Resource}";
    }

    private void Prune()
    {
        var now = time.GetUtcNow();
        foreach (var (key, bucket) in _buckets.Where(b => b.Value.Users == 0 && b.Value.BlockedUntil <= now).ToList()) _buckets.Remove(key);
    }

    /// <summary>A request's turn.</summary>
    internal sealed class Pass(RateLimits limits, RateLimitBucket bucket) : IDisposable
    {
        public bool HasTurn { get; set; }

        public void Dispose()
        {
            lock (limits._lock) bucket.Users--;
            if (HasTurn) bucket.Turn.Release();
        }
    }
}
