using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Changes that are stored in one transaction.</summary>
internal sealed class ChangeBatch
{
    private readonly List<NewVersion> _puts = [];
    private readonly List<(ArticleId Id, FileLocation Location)> _relocated = [];
    private readonly List<ArticleId> _withdrawn = [];
    private readonly List<(FileLocation File, FileStamp? Stamp)> _stamps = [];
    private readonly List<long> _removedKeys = [];
    private long _characters;

    public bool IsEmpty => _puts.Count + _relocated.Count + _withdrawn.Count + _stamps.Count == 0;

    /// <summary>Enough that the cost of a commit is spread, and little enough to hold in memory.</summary>
    public bool IsFull => _puts.Count >= 256 || _characters >= 4_000_000 || _stamps.Count >= 4096;

    public void Put(NewVersion version, long? replacedKey)
    {
        _puts.Add(version);
        _characters += version.Article.Text.Length;
        if (replacedKey is { } key) _removedKeys.Add(key);
    }

    public void Relocate(ArticleId id, FileLocation location) => _relocated.Add((id, location));

    public void Withdraw(ArticleId id, long key)
    {
        _withdrawn.Add(id);
        _removedKeys.Add(key);
    }

    public void SetStamp(FileLocation file, FileStamp? stamp) => _stamps.Add((file, stamp));

    /// <summary>Stores everything durably and says what the index has to take up.</summary>
    public IndexBatch StoreIn(IArticleStore store)
    {
        var added = new List<IndexedVersion>(_puts.Count);
        using var transaction = store.Begin();
        foreach (var put in _puts) added.Add(new IndexedVersion(transaction.Put(put), put.Article, put.Passages));
        foreach (var (id, location) in _relocated) transaction.Relocate(id, location);
        foreach (var id in _withdrawn) transaction.Withdraw(id);
        foreach (var (file, stamp) in _stamps) transaction.SetStamp(file, stamp);
        transaction.Commit();
        return new IndexBatch(store.Sequence, _removedKeys, added);
    }
}
