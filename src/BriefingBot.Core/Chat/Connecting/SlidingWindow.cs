namespace BriefingBot.Chat.Connecting;

/// <summary>
/// At most so many events in any span of so long. System.Threading.RateLimiting reads a clock of its own, which tests
/// cannot turn.
/// </summary>
public sealed class SlidingWindow(int limit, TimeSpan span, TimeProvider time)
{
    /// <summary>Timers round down to milliseconds; without it a wait could end just too early.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    private readonly Queue<long> _events = new();
    private readonly Lock _lock = new();

    public int Count
    {
        get
        {
            lock (_lock) return Current(time.GetTimestamp());
        }
    }

    /// <summary>Notes an event whether or not there is room.</summary>
    public void Add()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            Current(now);
            _events.Enqueue(now);
        }
    }

    /// <summary>Waits for room and takes it.</summary>
    public async ValueTask TakeAsync(CancellationToken cancellation)
    {
        while (TryTake() is { } wait) await Task.Delay(wait, time, cancellation);
    }

    /// <summary>How long until there may be room; null when it was taken.</summary>
    private TimeSpan? TryTake()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (Current(now) >= limit) return span - time.GetElapsedTime(_events.Peek(), now) + Rounding;

            _events.Enqueue(now);
            return null;
        }
    }

    private int Current(long now)
    {
        while (_events.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= span) _events.Dequeue();
        return _events.Count;
    }
}
