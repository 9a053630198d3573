using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>The writing side of the system of record. One writer at a time holds it; it is used from one thread at a time.</summary>
public interface IArticleStore
{
    /// <summary>The number of the last committed change; 0 before the first.</summary>
    long Sequence { get; }

    /// <summary>The absolute paths of all roots indexed so far.</summary>
    IReadOnlyList<string> Roots();

    /// <summary>What is stored of every current article: for skipping the unchanged and withdrawing the gone.</summary>
    IReadOnlyDictionary<ArticleId, StoredVersion> Versions();

    /// <summary>How each file that was read without a problem looked then.</summary>
    IReadOnlyDictionary<FileLocation, FileStamp> Stamps();

    /// <summary>Every change after this sequence number, in order: what an index that stood there has to take up.</summary>
    IEnumerable<StoreChange> ChangesAfter(long sequence, CancellationToken cancellation);

    /// <summary>True when articles changed since the copy groups were last set.</summary>
    bool CopyGroupsStale { get; }

    /// <summary>The signatures of all current articles by key, in key order.</summary>
    IReadOnlyList<KeyValuePair<long, CopySignature>> Signatures();

    /// <summary>How many groups of two or more near-copies there are.</summary>
    int CountCopyGroups();

    /// <summary>Starts a transaction; what is not committed when the process dies never happened.</summary>
    IStoreTransaction Begin();
}

/// <summary>A batch of changes that becomes durable at once. Disposing without committing undoes it.</summary>
public interface IStoreTransaction : IDisposable
{
    /// <summary>Puts an article in, replacing any version with the same id, and returns its key. Keys grow in the order of the calls.</summary>
    long Put(NewVersion version);

    /// <summary>Notes that an unchanged article now comes from elsewhere.</summary>
    void Relocate(ArticleId id, FileLocation location);

    /// <summary>Withdraws an article.</summary>
    void Withdraw(ArticleId id);

    /// <summary>Notes how a file looked that was read completely; null forgets it.</summary>
    void SetStamp(FileLocation file, FileStamp? stamp);

    /// <summary>Remembers a root for later runs.</summary>
    void AddRoot(string root);

    /// <summary>Forgets a root and its stamps. Its articles are withdrawn or relocated by the caller.</summary>
    void RemoveRoot(string root);

    /// <summary>Sets the copy group of every current article and marks the groups as up to date.</summary>
    void SetCopyGroups(IReadOnlyDictionary<long, long> groupByKey);

    void Commit();
}
