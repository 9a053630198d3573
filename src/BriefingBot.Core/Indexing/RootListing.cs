using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Lists the files of one root: a folder, or a single file.</summary>
public delegate RootListing ListFiles(string root, CancellationToken cancellation);

/// <summary>Reads the articles of one file with the reader for its format; see <see cref="IArticleReader.Read"/>.</summary>
public delegate IEnumerable<ReadResult> ReadFile(ArticleFile file, CancellationToken cancellation);

/// <summary>What lies below a root.</summary>
/// <param name="Readable">False when the root itself is missing or cannot be listed; nothing is then withdrawn.</param>
/// <param name="Files">In a stable order: it decides which of two articles with one id is kept.</param>
/// <param name="Problems">Files and folders that could not be listed.</param>
public sealed record RootListing(bool Readable, IReadOnlyList<ArticleFile> Files, IReadOnlyList<ReadProblem> Problems)
{
    public static RootListing Unreadable(string root, string reason) => new(false, [], [new ReadProblem(root, null, reason)]);
}
