using BriefingBot.CommandLine;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Hosting;

internal enum AdapterState
{
    Off,
    On,

    /// <summary>Until someone changes something and starts the service again.</summary>
    Stopped,
}

/// <summary>Keeps an adapter's trouble to itself, so that it does not stop the others.</summary>
/// <param name="report">Told of what goes wrong, a line at a time.</param>
internal sealed class SupervisedAdapter(IChatAdapter adapter, Action<string> report, TimeProvider time)
{
    /// <summary>Before an adapter that broke is started again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public string Name => adapter.Name;

    public AdapterState State { get; private set; } = adapter.IsOn ? AdapterState.On : AdapterState.Off;

    public string Statement => $"{adapter.Name}: {adapter.Statement}";

    public void Map(IEndpointRouteBuilder endpoints) => adapter.Map(endpoints);

    /// <summary>Returns when the adapter cannot go on before someone changes something, or after cancellation.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (State == AdapterState.On && !cancellation.IsCancellationRequested)
        {
            try
            {
                await adapter.RunAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (UsageException e)
            {
                State = AdapterState.Stopped;
                report($"{Name}: stopped. {e.Message}");
            }
            catch (Exception e)
            {
                report($"{Name}: {e.Message} Starting it again in {Pause.TotalSeconds} seconds.");
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
