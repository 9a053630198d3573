using System.Collections.Concurrent;

namespace BriefingBot.Feeds.Fetching;

/// <summary>One request at a time to each host, with a pause after each.</summary>
internal sealed class HostTurns(TimeSpan pause, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.Ordinal);

    /// <summary>Waits for the host's turn, which ends when the result is disposed.</summary>
    public async Task<IDisposable> TakeAsync(string host, CancellationToken cancellation)
    {
        var turn = _hosts.GetOrAdd(host, _ => new Host(time));
        await turn.Free.WaitAsync(cancellation);
        try
        {
            if (turn.Ended is { } ended && pause - time.GetElapsedTime(ended) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            return turn;
        }
        catch
        {
            turn.Free.Release();
            throw;
        }
    }

    private sealed class Host(TimeProvider time) : IDisposable
    {
        public SemaphoreSlim Free { get; } = new(1);

        public long? Ended { get; private set; }

        public void Dispose()
        {
            Ended = time.GetTimestamp();
            Free.Release();
        }
    }
}
