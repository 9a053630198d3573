using System.Buffers;
using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// An item or the channel of a feed, whatever its dialect. Elements are found by local name, since feeds in the wild
/// are careless with namespaces (RSS 2.0: https://www.rssboard.org/rss-specification, Atom: RFC 4287).
/// </summary>
internal sealed class FeedItem(XElement element, FeedItem? channel = null)
{
    private static readonly XName XmlLanguage = XNamespace.Xml + "lang";

    private static readonly SearchValues<string> Markup = SearchValues.Create(["</", "/>", "<br", "<p"], StringComparison.OrdinalIgnoreCase);

    public int Line => ((IXmlLineInfo)element).LineNumber;

    public string? Id => Value("guid", "id") ?? element.Attributes().FirstOrDefault(a => a.Name.LocalName == "about")?.Value;

    /// <summary>Titles are often escaped twice, or hold markup.</summary>
    public string Title => PlainText.OneLine(HtmlText.OfFragment(Value("title") ?? "", "").Text);

    public string? Author => Value("creator", "author") is { } name ? ByName(name) : null;

    public string? Published => Value("pubDate", "published", "issued", "date", "updated");

    public string? Updated => Value("updated", "modified");

    /// <summary>How long the channel asks not to be fetched again, in minutes (RSS 2.0 ttl).</summary>
    public int? MinutesToLive => int.TryParse(Value("ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    public string? Language => Value("language") ?? element.AncestorsAndSelf().Select(e => e.Attribute(XmlLanguage)?.Value).FirstOrDefault(l => l is not null);

    /// <summary>Atom has several links; the article itself is the alternate one (RFC 4287 section 4.2.7.2).</summary>
    public string? Link
    {
        get
        {
            var links = element.Elements().Where(e => e.Name.LocalName == "link").ToList();
            var atom = links.Find(l => l.Attribute("href") is not null && (l.Attribute("rel")?.Value ?? "alternate") == "alternate");
            var rss = links.Find(l => !string.IsNullOrWhiteSpace(l.Value))?.Value.Trim();
            return rss ?? atom?.Attribute("href")!.Value ?? PermanentId();
        }
    }

    /// <summary>The fullest text there is, as HTML.</summary>
    public string Content
    {
        get
        {
            if (Fullest is not { } found) return "";
            if (found.HasElements) return string.Concat(found.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
            return found.Attribute("type")?.Value == "text" ? Paragraphs(found.Value) : Paragraphs(found.Value, unlessMarkup: true);
        }
    }

    /// <summary>Whether the text stands where feeds have summaries; some have the whole text there.</summary>
    public bool IsSummary => Fullest is not { Name.LocalName: "encoded" or "content" };

    private XElement? Fullest => ((string[])["encoded", "content", "description", "summary"])
        .Select(name => element.Elements().FirstOrDefault(e => e.Name.LocalName == name && (e.HasElements || !string.IsNullOrWhiteSpace(e.Value))))
        .FirstOrDefault(found => found is not null);

    /// <exception cref="UnreadableFileException">It has more markup than any article.</exception>
    public DeliveredArticle Deliver(ArticleFile file)
    {
        var title = Title;
        return new DeliveredArticle
        {
            Id = Id,
            FallbackId = FileIdentity.Of(Link, file, Line),
            Title = title,
            Source = channel?.Title,
            Author = Author,
            Published = Published,
            Updated = Updated,
            Url = Link,
            Language = Language ?? channel?.Language,
            Content = HtmlText.OfFragment(Content, title),
        };
    }

    private string? Value(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var found = element.Elements().FirstOrDefault(e => e.Name.LocalName == name && !string.IsNullOrWhiteSpace(e.Value));
            if (found is not null) return (found.Elements().FirstOrDefault(e => e.Name.LocalName == "name") ?? found).Value.Trim();
        }

        return null;
    }

    // A guid is an address unless it says otherwise.
    private string? PermanentId()
    {
        var guid = element.Elements().FirstOrDefault(e => e.Name.LocalName == "guid");
        return guid is not null && guid.Attribute("isPermaLink")?.Value != "false" && guid.Value.Trim().StartsWith("http", StringComparison.Ordinal) ? guid.Value.Trim() : null;
    }

    /// <summary>RSS wants "mail@example.org (Jane Roe)" as author; only the name is of use.</summary>
    private static string ByName(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && author.EndsWith(')') && author.AsSpan(0, open).Contains('@') ? author[(open + 1)..^1] : author;
    }

    /// <summary>Plain text as HTML, its lines as paragraphs.</summary>
    private static string Paragraphs(string text, bool unlessMarkup = false)
    {
        if (unlessMarkup && text.AsSpan().ContainsAny(Markup)) return text;
        var lines = text.Split('\n').Select(l => unlessMarkup ? l : WebUtility.HtmlEncode(l));
        return "<p>" + string.Join("</p><p>", lines) + "</p>";
    }
}
