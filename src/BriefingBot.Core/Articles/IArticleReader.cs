namespace BriefingBot.Articles;

/// <summary>Reads the articles of one file format.</summary>
public interface IArticleReader
{
    /// <summary>File name extensions with the dot, in lower case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>
    /// Reads every article of a file, one result each, in file order. A bad article is a problem among the results
    /// and never stops the rest; only cancellation and failures of the machine throw.
    /// </summary>
    IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation);
}

/// <summary>A file below an indexed root.</summary>
/// <param name="FullPath">Where it is on disk.</param>
/// <param name="RelativePath">Its path below the root with forward slashes; the base of ids for formats without their own.</param>
public sealed record ArticleFile(string FullPath, string RelativePath);

/// <summary>An article or the reason why there is none; exactly one of the two is set.</summary>
/// <param name="Line">1-based line in the file where the article starts.</param>
public sealed record ReadResult(Article? Article, ReadProblem? Problem, int Line = 1)
{
    public static ReadResult Of(Article article, int line = 1) => new(article, null, line);

    public static ReadResult Failed(ArticleFile file, int? line, string reason) =>
        new(null, new ReadProblem(file.RelativePath, line, reason), line ?? 1);
}

/// <summary>Why a file or a part of it could not be read, in words for the person who delivers the files.</summary>
/// <param name="File">Path below the root.</param>
/// <param name="Line">1-based line, or null when the whole file is meant.</param>
public sealed record ReadProblem(string File, int? Line, string Reason)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Reason}" : $"{File}: {Reason}";
}
