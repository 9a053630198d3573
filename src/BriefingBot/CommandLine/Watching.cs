using BriefingBot.CommandLine.Rendering;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine;

/// <summary>Keeps the index up with the indexed folders, turn by turn, until cancelled.</summary>
internal static class Watching
{
    /// <summary>Of several processes that watch one folder, each sees the same change at the same time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="tookUp">Called after each turn that changed something.</param>
    public static async Task WatchAsync(this Session session, Action tookUp, CancellationToken cancellation)
    {
        var watch = new FolderWatch(
            token => TakeUpAsync(session, tookUp, token), failure => session.Output.Fail(Failure.Of(failure)), session.Get<TimeProvider>());
        var events = session.Get<SqliteArticleLibrary>().Roots().Select(root => new FolderEvents(root, watch.Changed)).ToList();
        session.Output.Note("Watching for changes; Ctrl+C ends it.");
        // What changed while the first run was reading gave no sign.
        watch.Changed();
        try
        {
            await watch.RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The way to end it.
        }
        finally
        {
            events.ForEach(e => e.Dispose());
        }
    }

    /// <summary>The lock is taken for each turn only, so that other verbs get theirs.</summary>
    private static async Task TakeUpAsync(Session session, Action tookUp, CancellationToken cancellation)
    {
        var report = await session.IndexAsync([], IndexingMode.Quick, rebuild: false, Patience, progress: null, cancellation);
        foreach (var problem in report.Problems) session.Output.Note(problem.ToString());
        if (report.Added + report.Changed + report.Withdrawn == 0) return;
        session.Output.Result.Line($"Took up {IndexingSummary.Of(report)}.");
        tookUp();
    }

}
