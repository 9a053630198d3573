using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// New sessions one after the other: one each five seconds for each of <c>max_concurrency</c> buckets, and no more than
/// the day's allowance, as going over that resets the bot's token:
/// https://discord.com/developers/docs/events/gateway#max-concurrency.
/// </summary>
internal sealed class IdentifyThrottle
{
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Bucket[] _buckets;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly int _total;
    private int _remaining;
    private DateTimeOffset _reset;

    public IdentifyThrottle(SessionStartLimit limit, TimeProvider time)
    {
        _time = time;
        _buckets = [.. Enumerable.Range(0, Math.Max(1, limit.MaxConcurrency)).Select(_ => new Bucket())];
        (_total, _remaining) = (Math.Max(1, limit.Total), limit.Remaining);
        _reset = time.GetUtcNow() + TimeSpan.FromMilliseconds(limit.ResetAfter);
    }

    /// <summary>Waits for the shard's turn and holds it until disposed.</summary>
    public async Task<Turn> EnterAsync(Shard shard, CancellationToken cancellation)
    {
        var bucket = _buckets[shard.Id % _buckets.Length];
        await bucket.Busy.WaitAsync(cancellation);
        try
        {
            while (Wait(bucket) is { } wait) await Task.Delay(wait, _time, cancellation);
            return new Turn(this, bucket);
        }
        catch
        {
            bucket.Busy.Release();
            throw;
        }
    }

    private TimeSpan? Wait(Bucket bucket)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now >= _reset) (_remaining, _reset) = (_total, now + Day);
            var allowed = _remaining > 0 ? bucket.Next : _reset > bucket.Next ? _reset : bucket.Next;
            return allowed > now ? allowed - now : null;
        }
    }

    private void Identified(Bucket bucket)
    {
        lock (_lock)
        {
            _remaining--;
            bucket.Next = _time.GetUtcNow() + Spacing;
        }
    }

    internal sealed class Bucket
    {
        public SemaphoreSlim Busy { get; } = new(1);

        public DateTimeOffset Next { get; set; } = DateTimeOffset.MinValue;
    }

    /// <summary>Released by the first of <see cref="Identified"/> and <see cref="Dispose"/>.</summary>
    internal sealed class Turn(IdentifyThrottle throttle, Bucket bucket) : IDisposable
    {
        private int _released;

        public void Identified()
        {
            throttle.Identified(bucket);
            Dispose();
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0) bucket.Busy.Release();
        }
    }
}
