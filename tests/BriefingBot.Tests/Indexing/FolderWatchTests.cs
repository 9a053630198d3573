using System.Threading.Channels;
using BriefingBot.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Indexing;

public sealed class FolderWatchTests : IAsyncDisposable
{
    private readonly ObservedTime _time = new();
    private readonly Channel<TaskCompletionSource> _refreshes = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly List<string> _failures = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly FolderWatch _watch;
    private readonly Task _running;

    public FolderWatchTests()
    {
        _watch = new FolderWatch(RefreshAsync, e => _failures.Add(e.Message), _time);
        _running = _watch.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _stop.Dispose();
    }

    [Fact]
    public async Task A_refresh_waits_until_changes_have_been_quiet()
    {
        _watch.Changed();
        await _time.WaitForQuietTimerAsync();
        _watch.Changed();
        _time.Advance(FolderWatch.Quiet);
        await _time.WaitForQuietTimerAsync();
        Assert.False(_refreshes.Reader.TryPeek(out _));

        _time.Advance(FolderWatch.Quiet);

        (await _refreshes.Reader.ReadAsync()).SetResult();
    }

    [Fact]
    public async Task A_folder_that_never_rests_is_refreshed_all_the_same()
    {
        _watch.Changed();
        for (var i = 0; i < FolderWatch.MaxQuietTimes; i++)
        {
            await _time.WaitForQuietTimerAsync();
            _watch.Changed();
            _time.Advance(FolderWatch.Quiet);
        }

        (await _refreshes.Reader.ReadAsync()).SetResult();
    }

    [Fact]
    public async Task Changes_during_a_refresh_lead_to_one_more_after_it()
    {
        _watch.Changed();
        var first = await NextRefreshAsync();
        _watch.Changed();
        _watch.Changed();
        _time.Advance(FolderWatch.Quiet * 3);
        Assert.False(_refreshes.Reader.TryPeek(out _));

        first.SetResult();

        (await NextRefreshAsync()).SetResult();
        Assert.False(_refreshes.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task Without_a_sign_a_refresh_comes_after_the_rescan_time()
    {
        _time.Advance(FolderWatch.Rescan - TimeSpan.FromTicks(1));
        Assert.Equal(0, _time.QuietTimers);
        _time.Advance(TimeSpan.FromTicks(1));

        (await NextRefreshAsync()).SetResult();
    }

    [Fact]
    public async Task A_failed_refresh_is_told_and_watching_goes_on()
    {
        _watch.Changed();
        (await NextRefreshAsync()).SetException(new IOException("the disk is gone"));
        _watch.Changed();
        (await NextRefreshAsync()).SetResult();

        Assert.Equal(["the disk is gone"], _failures);
    }

    [Fact]
    public async Task Files_that_appear_in_a_watched_folder_or_change_give_a_sign()
    {
        using var folder = new TempFolder();
        var file = folder.PathOf("a.txt");
        var signs = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        using (new FolderEvents(folder.FullPath, () => signs[0].TrySetResult()))
        {
            await File.WriteAllTextAsync(file, "new");
            await signs[0].Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        using (new FolderEvents(file, () => signs[1].TrySetResult()))
        {
            await File.WriteAllTextAsync(file, "changed");
            await signs[1].Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public void A_missing_root_can_be_watched_in_vain()
    {
        using var events = new FolderEvents(FakeFiles.Root("missing"), () => Assert.Fail("There is nothing to see."));
    }

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _refreshes.Writer.WriteAsync(finished, cancellation);
        await finished.Task.WaitAsync(cancellation);
    }

    private async Task<TaskCompletionSource> NextRefreshAsync()
    {
        await _time.WaitForQuietTimerAsync();
        _time.Advance(FolderWatch.Quiet);
        return await _refreshes.Reader.ReadAsync();
    }

    /// <summary>Tells when the watch has begun to wait, so that time is advanced neither before nor in a loop.</summary>
    private sealed class ObservedTime : FakeTimeProvider
    {
        private readonly Channel<bool> _quietTimers = Channel.CreateUnbounded<bool>();

        public int QuietTimers => _quietTimers.Reader.Count;

        public async Task WaitForQuietTimerAsync() => await _quietTimers.Reader.ReadAsync();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == FolderWatch.Quiet) _quietTimers.Writer.TryWrite(true);
            return timer;
        }
    }
}
