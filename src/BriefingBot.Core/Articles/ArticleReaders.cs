using BriefingBot.Articles.Formats;

namespace BriefingBot.Articles;

/// <summary>Chooses the reader for a file by its extension. Safe to use from several threads.</summary>
public sealed class ArticleReaders
{
    private readonly Dictionary<string, IArticleReader> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    public ArticleReaders(IEnumerable<IArticleReader> readers)
    {
        foreach (var reader in readers)
        {
            foreach (var extension in reader.Extensions) _byExtension.Add(extension, reader);
        }
    }

    /// <summary>Every format: plain text, Markdown, HTML, PDF, JSON lines, RSS and Atom.</summary>
    public static ArticleReaders All { get; } = new(
    [
        new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new PdfReader(), new JsonLinesReader(), new NewsFeedReader(),
    ]);

    /// <summary>The known extensions with the dot, in lower case.</summary>
    public IReadOnlyCollection<string> Extensions => _byExtension.Keys;

    public bool CanRead(string path) => _byExtension.ContainsKey(Path.GetExtension(path));

    /// <summary>Reads a file's articles as they are asked for; a file of an unknown kind is a problem.</summary>
    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) =>
        _byExtension.TryGetValue(Path.GetExtension(file.RelativePath), out var reader)
            ? reader.Read(file, cancellation)
            : [ReadResult.Failed(file, null, $"is of a kind that is not read; known are {string.Join(", ", Extensions.Order(StringComparer.Ordinal))}")];
}
