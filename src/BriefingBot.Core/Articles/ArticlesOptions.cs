namespace BriefingBot.Articles;

/// <summary>Where the articles are; section <c>Articles</c> of the configuration.</summary>
public sealed record ArticlesOptions
{
    public const string Section = "Articles";

    /// <summary>What is indexed when nothing was named: the sample articles.</summary>
    public static IReadOnlyList<string> DefaultPaths { get; } = ["seeds"];

    /// <summary>
    /// Files and folders to index as long as none was named on the command line, relative to the current directory.
    /// Empty stands for <see cref="DefaultPaths"/>, because the configuration binder adds to a default list.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> PathsOrDefault => Paths.Count > 0 ? Paths : DefaultPaths;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems() => Paths
        .Index().Where(path => string.IsNullOrWhiteSpace(path.Item))
        .Select(path => $"{Section}:{nameof(Paths)}:{path.Index} is empty; name a file or folder.");
}
