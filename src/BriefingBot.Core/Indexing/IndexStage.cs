using System.Threading.Channels;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Indexing;

/// <summary>Changes that the store has committed, for the index to take up.</summary>
/// <param name="Sequence">The store's change number after them.</param>
internal sealed record IndexBatch(long Sequence, IReadOnlyList<long> Removed, IReadOnlyList<IndexedVersion> Added)
{
    public bool IsEmpty => Removed.Count + Added.Count == 0;
}

internal readonly record struct IndexedVersion(long Key, Article Article, IReadOnlyList<Passage> Passages);

/// <summary>
/// Takes committed batches into the index beside the reading and storing of the next ones. A batch is complete
/// before the next begins, so a commit never holds more than its change number says.
/// </summary>
internal sealed class IndexStage
{
    /// <summary>Articles between commits: what a kill costs at most is indexing them again from the store.</summary>
    private const int CommitEvery = 5000;

    private readonly Channel<IndexBatch> _batches = Channel.CreateBounded<IndexBatch>(2);
    private readonly IPassageIndexWriter _index;
    private readonly bool _commits;
    private readonly Task _work;

    /// <param name="commits">False when the caller commits at the end: readers then see all of it at once.</param>
    public IndexStage(IPassageIndexWriter index, bool commits)
    {
        (_index, _commits) = (index, commits);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Waits for room; throws what stopped the index, if anything did.</summary>
    public async ValueTask TakeAsync(IndexBatch batch)
    {
        try
        {
            await _batches.Writer.WriteAsync(batch);
        }
        catch (ChannelClosedException)
        {
            await _work;
            throw;
        }
    }

    /// <summary>Indexes what is still waiting, and commits.</summary>
    public async Task CompleteAsync()
    {
        _batches.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        try
        {
            var (uncommitted, pending) = ((IndexBatch?)null, 0);
            await foreach (var batch in _batches.Reader.ReadAllAsync())
            {
                foreach (var key in batch.Removed) _index.Remove(key);
                Parallel.ForEach(batch.Added, added => _index.Add(added.Key, added.Article, added.Passages));
                (uncommitted, pending) = (batch, pending + batch.Added.Count);
                if (pending < CommitEvery || !_commits) continue;
                _index.Commit(batch.Sequence);
                (uncommitted, pending) = (null, 0);
            }

            if (uncommitted is not null && _commits) _index.Commit(uncommitted.Sequence);
        }
        catch (Exception e)
        {
            _batches.Writer.TryComplete(e);
            throw;
        }
    }
}
