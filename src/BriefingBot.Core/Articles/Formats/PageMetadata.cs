using System.Text.Json;
using AngleSharp.Html.Dom;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// What a web page states about its article: schema.org JSON-LD first, since publishers keep it exact for search
/// engines, then Open Graph and other meta elements.
/// </summary>
internal sealed record PageMetadata(
    string? Title, string? Author, string? Published, string? Updated, string? Site, string? Url, string? Language)
{
    public static PageMetadata Of(IHtmlDocument document)
    {
        var linked = LinkedArticle(document);
        var canonical = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        return new PageMetadata(
            Title: Text(linked, "headline") ?? Meta(document, "og:title", "twitter:title", "dc.title"),
            Author: Name(linked, "author") ?? NameOnly(Meta(document, "author", "article:author", "parsely-author", "dc.creator", "sailthru.author")),
            Published: Text(linked, "datePublished") ?? Meta(
                document, "article:published_time", "og:published_time", "datePublished", "pubdate", "publishdate", "parsely-pub-date",
                "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date", "date") ?? PublishedTime(document),
            Updated: Text(linked, "dateModified") ?? Meta(document, "article:modified_time", "og:updated_time", "dateModified", "lastmod"),
            Site: Meta(document, "og:site_name", "application-name") ?? Name(linked, "publisher"),
            Url: canonical ?? Meta(document, "og:url") ?? Text(linked, "url"),
            Language: document.DocumentElement.GetAttribute("lang") ?? Text(linked, "inLanguage") ?? Meta(document, "og:locale", "content-language"));
    }

    private static string? Meta(IHtmlDocument document, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var meta in document.GetElementsByTagName("meta"))
            {
                var given = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
                var content = meta.GetAttribute("content");
                if (string.Equals(given, name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(content)) return content;
            }
        }

        return null;
    }

    // article:author is often the address of a profile.
    private static string? NameOnly(string? author) => author?.Contains("://", StringComparison.Ordinal) == true ? null : author;

    private static string? PublishedTime(IHtmlDocument document) =>
        document.QuerySelector("time[itemprop=datePublished][datetime], time[pubdate][datetime], article time[datetime], header time[datetime]")?.GetAttribute("datetime");

    private static JsonElement LinkedArticle(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                if (Article(JsonElement.Parse(script.TextContent)) is { } article) return article;
            }
            catch (JsonException)
            {
                // Broken linked data is common and says nothing about the article itself.
            }
        }

        return default;
    }

    private static JsonElement? Article(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                if (Article(item) is { } article) return article;
            }
        }

        if (json.ValueKind != JsonValueKind.Object) return null;
        if (json.TryGetProperty("@type", out var type) && IsArticleType(type)) return json;
        return json.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array ? Article(graph) : null;
    }

    private static bool IsArticleType(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticleType),
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal)),
        _ => false,
    };

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A name, an object with one, or a list of either.</summary>
    private static string? Name(JsonElement json, string property)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(property, out var value)) return null;
        JsonElement[] people = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        var names = people.Select(p => p.ValueKind == JsonValueKind.String ? p.GetString() : Text(p, "name")).Where(n => !string.IsNullOrWhiteSpace(n));
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }
}
