using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Indexing;

/// <summary>The writing side of the system of record. One writer at a time holds it.</summary>
public interface IArticleStore
{
    /// <summary>What is stored of the articles that came from below this root: for skipping the unchanged, withdrawing the gone.</summary>
    IReadOnlyDictionary<ArticleId, StoredVersion> Versions();

    /// <summary>Starts a transaction; what is not committed when the process dies never happened.</summary>
    IStoreTransaction Begin();

    /// <summary>Every change after this sequence number, in order: what an index that stood there has to take up.</summary>
    IEnumerable<StoreChange> ChangesAfter(long sequence, CancellationToken cancellation);

    /// <summary>The number of the last committed change.</summary>
    long Sequence { get; }
}

/// <summary>What is known of a stored article without loading it.</summary>
/// <param name="Hash">128-bit hash of everything read, as stored.</param>
/// <param name="Root">The indexed root it came from.</param>
/// <param name="File">Path below the root.</param>
public readonly record struct StoredVersion(long Key, UInt128 Hash, string Root, string File);

/// <summary>A change to an article with its sequence number.</summary>
/// <param name="Key">The version's key.</param>
/// <param name="Article">The new version, or null when the version with this key was withdrawn or replaced.</param>
/// <param name="Passages">The new version's passages; empty when withdrawn.</param>
public sealed record StoreChange(long Sequence, long Key, Article? Article, IReadOnlyList<Passage> Passages);

/// <summary>A batch of changes that becomes durable at once. Disposing without committing undoes it.</summary>
public interface IStoreTransaction : IDisposable
{
    /// <summary>Puts an article in, replacing any version with the same id, and returns its key.</summary>
    long Put(NewVersion version);

    /// <summary>Withdraws an article.</summary>
    void Withdraw(ArticleId id);

    void Commit();
}

/// <summary>An article about to be stored.</summary>
/// <param name="Signature">MinHash signature for finding near-copies.</param>
public sealed record NewVersion(
    Article Article, UInt128 Hash, string Root, string File, IReadOnlyList<Passage> Passages, ReadOnlyMemory<byte> Signature, DateTimeOffset Ingested);
