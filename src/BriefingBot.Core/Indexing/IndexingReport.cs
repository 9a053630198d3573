using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>What one run did.</summary>
/// <param name="Unchanged">Articles seen again with the same content; nothing is written for them.</param>
/// <param name="Withdrawn">Articles that are gone from their files.</param>
/// <param name="Passages">Passages of the added and changed articles.</param>
/// <param name="CopyGroups">Groups of two or more near-copies among all stored articles.</param>
public sealed record IndexingReport(
    int Added,
    int Changed,
    int Unchanged,
    int Withdrawn,
    int Passages,
    int CopyGroups,
    IReadOnlyList<ReadProblem> Problems,
    TimeSpan Elapsed);

/// <summary>How far a run is.</summary>
/// <param name="Bytes">Bytes of the files read so far; within a file estimated from the length of its articles.</param>
/// <param name="Articles">Articles taken up so far.</param>
public readonly record struct IndexingProgress(
    IndexingPhase Phase, int Files, int FilesTotal, long Bytes, long BytesTotal, int Articles, int Problems);

public enum IndexingPhase
{
    /// <summary>The search index takes up what the store already holds.</summary>
    CatchingUp,

    /// <summary>Files are read, stored and indexed.</summary>
    Reading,

    /// <summary>Near-copies are grouped.</summary>
    GroupingCopies,
}

public enum IndexingMode
{
    /// <summary>Reads every file and compares contents.</summary>
    Full,

    /// <summary>Skips files whose size and time of last write are as they were.</summary>
    Quick,
}
