namespace BriefingBot.EndToEndTests.Service;

/// <summary>A wall clock that the test sets. Waits last as long as they do, as on a machine whose clock is set.</summary>
internal sealed class SetClock : TimeProvider
{
    private long _ahead;

    /// <summary>Sets it; it runs on from there.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ahead, (now - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}

/// <summary>The same clock for somebody who looks at it each minute: a wait is over at once, and counted.</summary>
internal sealed class ImpatientClock(TimeProvider clock) : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    private int _waits;

    public int Waits => Volatile.Read(ref _waits);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _waits);
        return base.CreateTimer(callback, state, dueTime < Longest ? dueTime : Longest, period);
    }
}
