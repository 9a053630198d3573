using BriefingBot.Articles;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>An article that is named, not cited.</summary>
/// <param name="Published">A day or an instant in ISO 8601; null when unknown.</param>
internal sealed record SourceJson(string ArticleId, string Title, string Source, string? Published, string Url)
{
    public static SourceJson Of(Article article) =>
        new(article.Id.Value, article.Title, article.Source, article.Published?.ToString(), article.Url);
}
