using BriefingBot.Articles;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A stored article for programs.</summary>
/// <param name="Text">The stored text: the quote of a citation is <c>text[start..end]</c> in UTF-16 code units.</param>
/// <param name="CopyGroup">Articles with the same number are near-copies of one text.</param>
internal sealed record ArticleJson(
    string Id, string Title, string Source, string Author,
    string? Published, bool PublishedInferred, string? Updated, DateTimeOffset Ingested,
    string Url, string Language, long CopyGroup, IReadOnlyList<BlockJson> Blocks, string Text)
{
    public static ArticleJson Of(StoredArticle stored) => new(
        stored.Article.Id.Value,
        stored.Article.Title,
        stored.Article.Source,
        stored.Article.Author,
        stored.Article.Published?.ToString(),
        stored.Article.Published is { Inferred: true },
        stored.Article.Updated?.ToString(),
        stored.Ingested,
        stored.Article.Url,
        stored.Article.Language,
        stored.CopyGroup,
        [.. stored.Article.Blocks.Select(b => new BlockJson(OutputJson.Name(b.Kind), b.Span.Start, b.Span.End))],
        stored.Article.Text);
}

internal sealed record BlockJson(string Kind, int Start, int End);

/// <summary>A stored article in the list of all.</summary>
internal sealed record ArticleSummaryJson(
    string Id, string Title, string Source, string? Published, bool PublishedInferred, DateTimeOffset Ingested, string Url, long CopyGroup)
{
    public static ArticleSummaryJson Of(StoredArticle stored) => new(
        stored.Article.Id.Value, stored.Article.Title, stored.Article.Source, stored.Article.Published?.ToString(),
        stored.Article.Published is { Inferred: true }, stored.Ingested, stored.Article.Url, stored.CopyGroup);
}
