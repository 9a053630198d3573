using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace BriefingBot.Articles.Formats;

/// <summary>Reads saved news feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF) and Atom; each item is an article.</summary>
public sealed partial class NewsFeedReader : IArticleReader
{
    // Document types are not read, so entities can neither grow without bound nor fetch anything.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = FileText.MaxBytes,
    };

    private const int MaxDepth = 256;

    public IReadOnlyCollection<string> Extensions { get; } = [".rss", ".atom", ".rdf", ".xml"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) =>
        UnreadableFile.Reported(file, () => ReadItems(file, cancellation));

    private static IEnumerable<ReadResult> ReadItems(ArticleFile file, CancellationToken cancellation)
    {
        var bytes = FileText.ReadBytes(file);
        var root = Parse(FileText.Decode(bytes, DeclaredEncoding(bytes)).TrimStart());
        if (root.Name.LocalName is not ("rss" or "RDF" or "feed")) throw new UnreadableFileException($"is XML, but no RSS or Atom feed: its root is <{root.Name.LocalName}>");

        var channel = root.Name.LocalName == "feed" ? root : root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel") ?? root;
        var items = root.Descendants().Where(e => e.Name.LocalName is "item" or "entry").Select(e => new FeedItem(e, new FeedItem(channel))).ToList();
        if (items.Count == 0) throw new UnreadableFileException("is a feed without items");
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var result in UnreadableFile.Reported(file, () => Deliver(item, file), item.Line)) yield return result;
        }
    }

    private static IEnumerable<ReadResult> Deliver(FeedItem item, ArticleFile file)
    {
        var title = item.Title;
        return new DeliveredArticle
        {
            Id = item.Id,
            FallbackId = FileIdentity.Of(item.Link, file, item.Line),
            Title = title,
            Source = item.Channel?.Title,
            Author = item.Author,
            Published = item.Published,
            Updated = item.Updated,
            Url = item.Link,
            Language = item.Language ?? item.Channel?.Language,
            Content = HtmlText.OfFragment(item.Content, title),
        }.Check(file, item.Line);
    }

    private static XElement Parse(string xml)
    {
        try
        {
            RejectDeepNesting(xml);
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException ex)
        {
            throw new UnreadableFileException($"is not well-formed XML: {PlainText.OneLine(ex.Message)}", Math.Max(1, ex.LineNumber));
        }
    }

    // Building the tree takes time with the square of its depth.
    private static void RejectDeepNesting(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) throw new UnreadableFileException($"nests more than {MaxDepth} elements", ((IXmlLineInfo)reader).LineNumber);
        }
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var match = XmlEncoding().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})["']""")]
    private static partial Regex XmlEncoding();
}
