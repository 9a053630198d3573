using BriefingBot.CommandLine;
using BriefingBot.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Hosting;

public sealed class SupervisedAdapterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _reports = [];

    [Fact]
    public async Task An_adapter_that_needs_a_change_stops_with_one_line_and_is_not_started_again()
    {
        var starts = 0;
        var adapter = Supervise(_ =>
        {
            starts++;
            throw new UsageException("The token is refused; change Chat:Token.");
        });

        await adapter.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, starts);
        Assert.Equal(AdapterState.Stopped, adapter.State);
        Assert.Equal(["Fake: stopped. The token is refused; change Chat:Token."], _reports);
    }

    [Fact]
    public async Task An_adapter_that_breaks_is_started_again_after_a_pause()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var second = new TaskCompletionSource();
        var starts = 0;
        var adapter = Supervise(async cancellation =>
        {
            if (++starts == 1) throw new InvalidDataException("Not a frame.");
            second.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        });

        var running = adapter.RunAsync(stop.Token);
        Assert.Equal(1, starts);
        _time.Advance(SupervisedAdapter.Pause);
        await second.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await running;

        Assert.Equal((2, AdapterState.On), (starts, adapter.State));
        Assert.Contains("Not a frame.", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_that_is_off_is_not_run()
    {
        var adapter = Supervise(_ => throw new InvalidOperationException(), isOn: false);

        await adapter.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(AdapterState.Off, adapter.State);
        Assert.Empty(_reports);
    }

    private SupervisedAdapter Supervise(Func<CancellationToken, Task> run, bool isOn = true) => new(new FakeAdapter(run, isOn), _reports.Add, _time);

    private sealed class FakeAdapter(Func<CancellationToken, Task> run, bool isOn) : IChatAdapter
    {
        public string Name => "Fake";

        public bool IsOn => isOn;

        public string Statement => "";

        public Task RunAsync(CancellationToken cancellation) => run(cancellation);

        public void Map(IEndpointRouteBuilder endpoints)
        {
        }
    }
}
