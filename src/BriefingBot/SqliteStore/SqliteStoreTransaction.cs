using BriefingBot.Articles;
using BriefingBot.Feeds;
using BriefingBot.Indexing;

namespace BriefingBot.SqliteStore;

/// <summary>One transaction of the writer. A change's number is given here and counts once committed.</summary>
internal sealed class SqliteStoreTransaction : IFeedTransaction
{
    private readonly WriteStatements _writes;
    private readonly Action<long> _committed;
    private long _sequence;
    private bool _open;

    public SqliteStoreTransaction(WriteStatements writes, long sequence, Action<long> committed)
    {
        (_writes, _sequence, _committed) = (writes, sequence, committed);
        writes.Begin.Execute();
        _open = true;
    }

    public long Put(NewVersion version)
    {
        ThrowIfEnded();
        Remove(version.Article.Id);
        var (key, article) = (++_sequence, version.Article);
        _writes.AddArticle.Execute(
            key, article.Id.Value,
            article.Published?.Instant.UtcTicks, ArticleRow.Flags(article.Published),
            article.Updated?.Instant.UtcTicks, ArticleRow.Flags(article.Updated),
            version.Ingested.UtcTicks, ArticleRow.ToBytes(version.Hash), version.Location.Root, version.Location.File,
            article.Source, article.Language, article.Title, article.Author, article.Url, article.Collection);
        _writes.AddText.Execute(key, BlockList.ToBytes(article.Blocks), article.Text);
        _writes.AddSignature.Execute(key, version.Signature.ToBytes());
        foreach (var (ordinal, span) in version.Passages) _writes.AddPassage.Execute(key, ordinal, span.Start, span.End);
        _writes.SetCopyGroupsStale.Execute(1);
        return key;
    }

    public void Relocate(ArticleId id, FileLocation location)
    {
        ThrowIfEnded();
        _writes.Relocate.Execute(id.Value, location.Root, location.File);
    }

    public void Withdraw(ArticleId id)
    {
        ThrowIfEnded();
        Remove(id);
    }

    public void SetStamp(FileLocation file, FileStamp? stamp)
    {
        ThrowIfEnded();
        if (stamp is { } now) _writes.SetStamp.Execute(file.Root, file.File, now.Length, now.Modified);
        else _writes.RemoveStamp.Execute(file.Root, file.File);
    }

    public void AddRoot(string root)
    {
        ThrowIfEnded();
        _writes.AddRoot.Execute(root);
    }

    public void RemoveRoot(string root)
    {
        ThrowIfEnded();
        _writes.RemoveRoot.Execute(root);
        _writes.RemoveStampsOfRoot.Execute(root);
    }

    public void PutFeed(Feed feed)
    {
        ThrowIfEnded();
        _writes.PutFeed.Execute(
            feed.Url, feed.Collection, feed.Title, feed.Added.UtcTicks, feed.Due.UtcTicks, feed.HeldUntil?.UtcTicks, feed.Fetched?.UtcTicks,
            feed.Validators.ETag, feed.Validators.LastModified, feed.MinutesToLive, feed.Failures, feed.Error);
    }

    public void RemoveFeed(string url)
    {
        ThrowIfEnded();
        _writes.RemoveFeed.Execute(url);
    }

    public void PutItem(string url, KnownItem item)
    {
        ThrowIfEnded();
        _writes.PutFeedItem.Execute(
            url, item.Article.Value, item.ItemId, item.Link, ArticleRow.ToBytes(item.Delivered), ArticleRow.ToBytes(item.Stored), item.AwaitsPage, item.PageTries, item.FromPage);
    }

    public void SetCopyGroups(IReadOnlyDictionary<long, long> groupByKey)
    {
        ThrowIfEnded();
        foreach (var (key, group) in groupByKey) _writes.SetCopyGroup.Execute(key, group);
        _writes.SetCopyGroupsStale.Execute(0);
    }

    public void Commit()
    {
        ThrowIfEnded();
        _writes.Commit.Execute();
        _open = false;
        _committed(_sequence);
    }

    public void Dispose()
    {
        if (!_open) return;
        _open = false;
        try
        {
            _writes.Rollback.Execute();
        }
        catch (DataFolderException)
        {
            // Some failures (disk full) have rolled back already; what is disposed is undone either way.
        }
    }

    private void Remove(ArticleId id)
    {
        if (_writes.FindKey.Number(id.Value) is not { } key) return;
        _writes.RemoveArticle.Execute(key);
        _writes.AddWithdrawal.Execute(++_sequence, key, id.Value);
        _writes.SetCopyGroupsStale.Execute(1);
    }

    private void ThrowIfEnded() => ObjectDisposedException.ThrowIf(!_open, this);
}
