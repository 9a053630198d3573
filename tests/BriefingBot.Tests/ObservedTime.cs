using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests;

/// <summary>A clock that stands, and tells when someone begins to wait for it, so that tests need not guess.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets a wait of about this length begin, then turns the clock to its end.</summary>
    public async Task<TimeSpan> PassAsync(double fromSeconds, double toSeconds)
    {
        var wait = await WaitAsync(fromSeconds, toSeconds);
        Advance(wait);
        return wait;
    }

    public async Task<TimeSpan> WaitAsync(double fromSeconds, double toSeconds)
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            if (wait >= TimeSpan.FromSeconds(fromSeconds) && wait <= TimeSpan.FromSeconds(toSeconds)) return wait;
        }
    }
}
