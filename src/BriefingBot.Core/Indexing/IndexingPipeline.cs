namespace BriefingBot.Indexing;

/// <summary>
/// Brings the store and the search index up to date with the files below the roots: list, read, deduplicate, store,
/// index, withdraw what is gone, group near-copies. The store is written first; the index is derived from it and
/// catches up at the next start when a run dies in between.
/// </summary>
/// <param name="list">Lists the files of a root.</param>
/// <param name="read">Reads one file; called from several threads for different files.</param>
public sealed class IndexingPipeline(ListFiles list, ReadFile read, IArticleStore store, IPassageIndexWriter index, TimeProvider time)
{
    private static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(1);

    private bool _rebuilding;

    /// <summary>
    /// Indexes these roots, or refreshes all roots indexed so far when none is given. Cancelling keeps what is
    /// finished, leaves store and index consistent and throws <see cref="OperationCanceledException"/>.
    /// </summary>
    public async Task<IndexingReport> RunAsync(
        IReadOnlyList<string> roots, IndexingMode mode, IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await CatchUpAsync(progress, cancellation);

        var remembered = store.Roots();
        var scan = RootScan.Of(roots.Count > 0 ? roots : remembered, remembered, list, cancellation);
        var run = new IndexingRun(scan, mode, store.Versions(), store.Stamps());
        var meter = new ProgressMeter(progress, time, scan.Files);
        Write(transaction => scan.Roots.Except(remembered).ToList().ForEach(transaction.AddRoot));

        var stage = new IndexStage(index, commits: true);
        try
        {
            await TakeFilesAsync(scan.Files, run, meter, stage, cancellation);
            await WithdrawGoneAsync(run, stage);
        }
        finally
        {
            await stage.CompleteAsync();
        }

        Write(transaction => scan.Absorbed.ToList().ForEach(transaction.RemoveRoot));
        GroupCopies(meter, cancellation);
        return run.Report(store.CountCopyGroups(), time.GetElapsedTime(started));
    }

    /// <summary>Takes up what others have put into the store, such as articles of feeds.</summary>
    public async Task TakeUpStoredAsync(CancellationToken cancellation)
    {
        await CatchUpAsync(null, cancellation);
        GroupCopies(new ProgressMeter(null, time, []), cancellation);
    }

    /// <summary>Makes the search index again from the store, without reading any file. Readers see it when it is complete.</summary>
    public async Task RebuildAsync(IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        _rebuilding = true;
        index.Clear();
        await ReplayAsync(0, new ProgressMeter(progress, time, []), cancellation);
        _rebuilding = false;
    }

    private async Task CatchUpAsync(IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        // An index that is ahead belongs to another store, or to one restored from a backup.
        if (_rebuilding || index.Sequence > store.Sequence || (index.Sequence == 0 && store.Sequence > 0)) await RebuildAsync(progress, cancellation);
        else if (index.Sequence < store.Sequence) await ReplayAsync(index.Sequence, new ProgressMeter(progress, time, []), cancellation);
    }

    private async Task ReplayAsync(long after, ProgressMeter meter, CancellationToken cancellation)
    {
        var stage = new IndexStage(index, commits: after > 0);
        try
        {
            foreach (var changes in store.ChangesAfter(after, cancellation).Chunk(256))
            {
                // Removing the added keys too makes replaying harmless when the index took some of them up before it failed.
                var removed = changes.Where(c => after > 0 || c.Article is null).Select(c => c.Key).ToList();
                var added = changes.Where(c => c.Article is not null).Select(c => new IndexedVersion(c.Key, c.Article!, c.Passages)).ToList();
                await stage.TakeAsync(new IndexBatch(changes[^1].Sequence, removed, added));
                meter.Replayed(added.Count);
            }
        }
        finally
        {
            await stage.CompleteAsync();
        }

        index.Commit(store.Sequence);
    }

    private async Task TakeFilesAsync(
        IReadOnlyList<SourceFile> files, IndexingRun run, ProgressMeter meter, IndexStage stage, CancellationToken cancellation)
    {
        var reading = new OrderedReading(
            (file, token) => run.Skips(file) ? [] : read(file.File, token), run.Prepare, Environment.ProcessorCount);
        var (batch, begun) = (new ChangeBatch(), time.GetTimestamp());
        try
        {
            await foreach (var (file, article) in reading.ReadAsync(files, cancellation))
            {
                if (article is not null) run.Take(file, article, batch, time.GetUtcNow());
                else run.Finish(file, batch);
                meter.Took(file, article, run.ProblemCount);
                if (!batch.IsFull && time.GetElapsedTime(begun) < BatchTime) continue;
                await StoreAsync(batch, stage);
                (batch, begun) = (new ChangeBatch(), time.GetTimestamp());
            }
        }
        catch (OperationCanceledException)
        {
            await StoreAsync(batch, stage);
            throw;
        }

        await StoreAsync(batch, stage);
    }

    private async Task WithdrawGoneAsync(IndexingRun run, IndexStage stage)
    {
        var batch = new ChangeBatch();
        run.WithdrawGone(batch);
        await StoreAsync(batch, stage);
    }

    private async Task StoreAsync(ChangeBatch batch, IndexStage stage)
    {
        if (batch.IsEmpty) return;
        var changes = batch.StoreIn(store);
        if (!changes.IsEmpty) await stage.TakeAsync(changes);
    }

    private void GroupCopies(ProgressMeter meter, CancellationToken cancellation)
    {
        if (!store.CopyGroupsStale) return;
        meter.Enter(IndexingPhase.GroupingCopies);
        var groups = CopyGroups.Find(store.Signatures(), cancellation);
        Write(transaction => transaction.SetCopyGroups(groups));
    }

    private void Write(Action<IStoreTransaction> changes)
    {
        using var transaction = store.Begin();
        changes(transaction);
        transaction.Commit();
    }
}
