using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Reads saved web pages. The article is found by readability scoring (SmartReader, a port of Mozilla's
/// Readability); a page too short for that is read whole.
/// </summary>
public sealed partial class HtmlReader : IArticleReader
{
    // Never fetched; relative links need some base to be resolved against.
    private const string UnknownAddress = "https://page.invalid/";

    private static readonly HashSet<string> Notices = new(StringComparer.OrdinalIgnoreCase)
    {
        "ad", "ads", "advert", "advertisement", "advertising", "ad-slot", "ad-container", "ad-wrapper", "ad-unit", "adsbygoogle", "sponsored",
        "sponsored-content", "related-stories", "related-articles", "related-content", "related-links", "most-read", "newsletter-signup",
    };

    /// <summary>Scoring takes about half a millisecond a link; a larger page is read whole instead.</summary>
    private const int MaxScoredElements = 15_000;

    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) => UnreadableFile.Reported(file, () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var page = ReadPage(FileText.ReadBytes(file));
        return new DeliveredArticle
        {
            FallbackId = FileIdentity.Of(file).Value,
            Title = page.Title,
            Source = First(page.Metadata.Site, DeliveredArticle.WebUri(page.Metadata.Url)?.Host),
            Author = page.Metadata.Author,
            Published = page.Metadata.Published,
            Updated = page.Metadata.Updated,
            Url = page.Metadata.Url,
            Language = page.Metadata.Language,
            Content = page.Content,
        }.Check(file);
    });

    /// <summary>The main text of a page and what it states about it.</summary>
    /// <param name="charset">The encoding that a server names, which goes before the page's own word.</param>
    /// <exception cref="UnreadableFileException">It is no text, or has more tags than any article.</exception>
    internal static ReadablePage ReadPage(byte[] bytes, string? charset = null)
    {
        var html = Decode(bytes, charset);
        var page = HtmlText.Parse(html);
        var metadata = PageMetadata.Of(page);
        var fullTitle = page.Title;
        foreach (var notice in page.All.Where(IsNotice).ToList()) notice.Remove();

        // Scoring takes the page apart, so whatever else is needed of it is read before.
        using var reader = new SmartReader.Reader(DeliveredArticle.WebUri(metadata.Url)?.AbsoluteUri ?? UnknownAddress, page);
        var readable = page.All.Length <= MaxScoredElements ? reader.GetArticle() : null;
        var title = metadata.Title ?? First(readable?.Title, fullTitle);
        return readable?.IsReadable == true
            ? new ReadablePage(metadata, title, HtmlText.OfFragment(readable.Content, title), IsFound: true)
            : new ReadablePage(metadata, title, WholePage(html, title), IsFound: false);
    }

    /// <inheritdoc cref="ReadPage"/>
    internal static string Decode(byte[] bytes, string? charset) => FileText.Decode(bytes, charset, DeclaredCharset(bytes));

    private static ArticleText WholePage(string html, string title)
    {
        var page = HtmlText.Parse(html);
        foreach (var around in page.QuerySelectorAll("body > header, body > footer, aside")) around.Remove();
        foreach (var notice in page.All.Where(IsNotice).ToList()) notice.Remove();
        return HtmlText.Of(page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.Body!, title);
    }

    private static string First(string? preferred, string? other) => string.IsNullOrWhiteSpace(preferred) ? other ?? "" : preferred;

    /// <summary>An advertisement, or a box of links to other articles, by what the page itself calls it.</summary>
    private static bool IsNotice(IElement element) =>
        element.LocalName is "div" or "section" or "aside" or "ul" or "p" or "span" && element.ClassList.Any(Notices.Contains);

    /// <summary>Browsers look in the first 1024 bytes (https://html.spec.whatwg.org/#charset).</summary>
    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var match = MetaCharset().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}

/// <param name="IsFound">Whether the main text was told from what is around it; else it is all of the page.</param>
internal sealed record ReadablePage(PageMetadata Metadata, string Title, ArticleText Content, bool IsFound);
