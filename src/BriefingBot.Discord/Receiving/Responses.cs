using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Receiving;

/// <summary>
/// What Discord is being told while further events are taken: a slow response to one person must not use up the three
/// seconds that everybody else has.
/// </summary>
internal sealed partial class Responses(ILogger logger)
{
    private readonly ConcurrentDictionary<Task, bool> _unfinished = new();

    public void Add(Task response)
    {
        if (response.IsCompletedSuccessfully) return;
        var watched = WatchAsync(response);
        _unfinished[watched] = true;
        _ = watched.ContinueWith(done => _unfinished.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task FinishAsync() => Task.WhenAll(_unfinished.Keys);

    private async Task WatchAsync(Task response)
    {
        try
        {
            await response;
        }
        catch (OperationCanceledException)
        {
            // On leaving. What was asked is stored.
        }
        catch (Exception e)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: a response failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
