using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine;

/// <summary>Takes up what changed in the indexed folders, so that an answer rests on what is there now.</summary>
internal static class Refresh
{
    /// <summary>
    /// A quick refresh before questions. While another process writes, questions are answered from what it has
    /// committed.
    /// </summary>
    /// <param name="patience">How long to wait for it first.</param>
    public static async Task RefreshAsync(this Session session, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            var report = await session.IndexAsync([], IndexingMode.Quick, rebuild: false, patience, new FirstRunNote(session.Output), cancellation);
            if (report.Added + report.Changed + report.Withdrawn > 0) session.Output.Note($"Took up {IndexingSummary.Of(report)}.");
            if (report.Problems.Count > 0) session.Output.Note($"{IndexingSummary.Problems(report.Problems.Count)} in the indexed folders; 'index' lists them.");
        }
        catch (DataFolderBusyException busy)
        {
            session.Output.Note($"{busy.Message} Reading what it has committed so far.");
        }
    }

    /// <summary>
    /// One turn of writing. Without paths the folders known from before are brought up to date; when there are none,
    /// the configured ones are indexed.
    /// </summary>
    public static async Task<IndexingReport> IndexAsync(
        this Session session, IReadOnlyList<string> paths, IndexingMode mode, bool rebuild, TimeSpan patience, IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        using var turn = await WritingTurn.BeginAsync(session, patience, cancellation);
        var pipeline = turn.Get<IndexingPipeline>();
        if (paths.Count == 0 && turn.Get<IArticleStore>().Roots().Count == 0 && !HasOnlyFeeds(session, turn)) paths = Configured(session);
        if (rebuild) await pipeline.RebuildAsync(progress, cancellation);
        return await pipeline.RunAsync(paths, mode, progress, cancellation);
    }

    /// <summary>Whoever has subscribed to feeds and configured no folder does not want the sample articles among them.</summary>
    private static bool HasOnlyFeeds(Session session, WritingTurn turn) => session.Get<ArticlesOptions>().Paths.Count == 0 && turn.Get<IFeedStore>().Feeds().Count > 0;

    private static IReadOnlyList<string> Configured(Session session)
    {
        var paths = session.Get<ArticlesOptions>().PathsOrDefault;
        return paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing
            ? throw new UsageException(
                $"Nothing is indexed yet, and '{missing}', which {ArticlesOptions.Section}:{nameof(ArticlesOptions.Paths)} names, is not in {Environment.CurrentDirectory}. "
                + "Name your articles with 'index PATH'.")
            : paths;
    }

    /// <summary>Says once what takes so long.</summary>
    private sealed class FirstRunNote(Output output) : IProgress<IndexingProgress>
    {
        private const long NoticeableBytes = 20_000_000;

        private bool _said;

        public void Report(IndexingProgress value)
        {
            if (_said || value.Phase == IndexingPhase.GroupingCopies || value.BytesTotal < NoticeableBytes) return;
            _said = true;
            output.Note("Taking up the indexed folders; this may take a moment.");
        }
    }
}
