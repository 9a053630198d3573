using System.Threading.Channels;

namespace BriefingBot.Indexing;

/// <summary>
/// Refreshes after changes: once they have been quiet for a moment, never twice at the same time, and now and then
/// without a sign, because file system watchers lose events (network folders, full buffers).
/// </summary>
/// <param name="refresh">Brings everything up to date, as a rule by <see cref="IndexingPipeline.RunAsync"/>.</param>
/// <param name="failed">Told of each refresh that failed; watching goes on.</param>
public sealed class FolderWatch(Func<CancellationToken, Task> refresh, Action<Exception> failed, TimeProvider time)
{
    /// <summary>Writers of large files pause; a refresh begins when nothing has changed for this long.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>A folder that never rests is refreshed after this many quiet times all the same.</summary>
    public const int MaxQuietTimes = 15;

    /// <summary>Time between refreshes without a sign.</summary>
    public static readonly TimeSpan Rescan = TimeSpan.FromMinutes(5);

    private readonly Channel<bool> _signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something changed; from any thread.</summary>
    public void Changed() => _signals.Writer.TryWrite(true);

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var rescans = time.CreateTimer(_ => Changed(), null, Rescan, Rescan);
        while (true)
        {
            await _signals.Reader.ReadAsync(cancellation);
            await WaitUntilQuietAsync(cancellation);
            try
            {
                await refresh(cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failed(e);
            }
        }
    }

    private async Task WaitUntilQuietAsync(CancellationToken cancellation)
    {
        for (var waited = 0; waited < MaxQuietTimes; waited++)
        {
            await Task.Delay(Quiet, time, cancellation);
            if (!_signals.Reader.TryRead(out _)) return;
        }
    }
}
