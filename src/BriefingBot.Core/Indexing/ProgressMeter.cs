namespace BriefingBot.Indexing;

/// <summary>Adds up how far a run is and tells it a few times a second.</summary>
internal sealed class ProgressMeter(IProgress<IndexingProgress>? progress, TimeProvider time, IReadOnlyList<SourceFile> files)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private IndexingProgress _now = new(
        IndexingPhase.CatchingUp, 0, files.Count, 0, files.Sum(f => f.Stamp?.Length ?? 0), 0, 0);

    private long _bytesOfFinished;
    private long? _told;

    public void Replayed(int articles) => Tell(_now with { Articles = _now.Articles + articles });

    /// <summary>Takes an article of a file, or null at the file's end.</summary>
    public void Took(SourceFile file, PreparedArticle? article, int problems)
    {
        var length = file.Stamp?.Length ?? 0;
        if (article is null) _bytesOfFinished += length;
        var most = _bytesOfFinished + (article is null ? 0 : length);
        Tell(_now with
        {
            Phase = IndexingPhase.Reading,
            Files = _now.Files + (article is null ? 1 : 0),
            // A reader does not say how far in its file it is; the text it has delivered is a fair measure.
            Bytes = article is null ? _bytesOfFinished : Math.Min(most, _now.Bytes + (article.Read.Article?.Text.Length ?? 0)),
            Articles = _now.Articles + (article?.Read.Article is null ? 0 : 1),
            Problems = problems,
        });
    }

    public void Enter(IndexingPhase phase)
    {
        _told = null;
        Tell(_now with { Phase = phase });
    }

    private void Tell(IndexingProgress now)
    {
        _now = now;
        if (progress is null || (_told is { } told && time.GetElapsedTime(told) < Interval && now.Files < now.FilesTotal)) return;
        _told = time.GetTimestamp();
        progress.Report(now);
    }
}
