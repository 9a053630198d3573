namespace BriefingBot.Feeds;

/// <summary>Fetches feeds as they come due.</summary>
/// <param name="fetchDue">Fetches and stores the feeds that are due now.</param>
/// <param name="failed">Told of each round that failed; watching goes on.</param>
public sealed class FeedWatch(Func<CancellationToken, Task> fetchDue, Action<Exception> failed, TimeProvider time)
{
    /// <summary>How often it is looked whether a feed is due. Another process may have subscribed to one meanwhile.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await fetchDue(cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failed(e);
            }

            await Task.Delay(Round, time, cancellation);
        }
    }
}
