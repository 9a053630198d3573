using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Indexing;

/// <summary>What is known of a stored article without loading it.</summary>
/// <param name="Hash">128-bit hash of everything read (<see cref="ContentHash"/>).</param>
public readonly record struct StoredVersion(long Key, UInt128 Hash, FileLocation Location);

/// <summary>An article about to be stored.</summary>
/// <param name="Signature">For finding near-copies.</param>
public sealed record NewVersion(
    Article Article,
    UInt128 Hash,
    FileLocation Location,
    IReadOnlyList<Passage> Passages,
    CopySignature Signature,
    DateTimeOffset Ingested);

/// <summary>A change to an article with its sequence number.</summary>
/// <param name="Key">The version's key.</param>
/// <param name="Article">The new version, or null when the version with this key was withdrawn or replaced.</param>
/// <param name="Passages">The new version's passages; empty when withdrawn.</param>
public sealed record StoreChange(long Sequence, long Key, Article? Article, IReadOnlyList<Passage> Passages);

/// <summary>Where an article came from.</summary>
/// <param name="Root">Absolute path of the indexed root.</param>
/// <param name="File">Path below the root, with forward slashes.</param>
public readonly record struct FileLocation(string Root, string File)
{
    public override string ToString() => $"{Root}/{File}";
}

/// <summary>
/// How a file looked from outside when it was read. Equal stamps are a hint, not a proof, that the content is the
/// same, so only quick refreshes trust them.
/// </summary>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">UTC ticks of the last write.</param>
public readonly record struct FileStamp(long Length, long Modified);
