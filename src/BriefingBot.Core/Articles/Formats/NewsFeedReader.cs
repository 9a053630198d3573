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
        var (_, items) = ReadFeed(FileText.ReadBytes(file));
        if (items.Count == 0) throw new UnreadableFileException("is a feed without items");
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var result in UnreadableFile.Reported(file, () => item.Deliver(file).Check(file, item.Line), item.Line)) yield return result;
        }
    }

    /// <summary>The channel and the items of a feed.</summary>
    /// <param name="charset">The encoding that a server names, which goes before the feed's own word (RFC 7303 section 3.2).</param>
    /// <exception cref="UnreadableFileException">It is no feed.</exception>
    internal static (FeedItem Channel, IReadOnlyList<FeedItem> Items) ReadFeed(byte[] bytes, string? charset = null)
    {
        var root = Parse(FileText.Decode(bytes, charset, DeclaredEncoding(bytes)).TrimStart());
        if (root.Name.LocalName is not ("rss" or "RDF" or "feed")) throw new UnreadableFileException($"is XML, but no RSS or Atom feed: its root is <{root.Name.LocalName}>");

        var channel = new FeedItem(root.Name.LocalName == "feed" ? root : root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel") ?? root);
        return (channel, [.. root.Descendants().Where(e => e.Name.LocalName is "item" or "entry").Select(e => new FeedItem(e, channel))]);
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
