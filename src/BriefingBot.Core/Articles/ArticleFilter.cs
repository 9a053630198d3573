namespace BriefingBot.Articles;

/// <summary>Which articles a search may return; enforced inside the index.</summary>
/// <param name="From">First day of publication, inclusive; null when open.</param>
/// <param name="To">Last day of publication, inclusive; null when open.</param>
/// <param name="Sources">Outlets as stored; empty means all.</param>
/// <param name="Undated">Whether articles without a date may be returned.</param>
public sealed record ArticleFilter(DateOnly? From, DateOnly? To, IReadOnlyList<string> Sources, bool Undated = true)
{
    public static ArticleFilter Everything { get; } = new(null, null, []);

    /// <summary>What may be seen at all, whatever period and sources are asked for.</summary>
    public ArticleAccess Access { get; init; } = ArticleAccess.All;

    public static ArticleFilter EverythingIn(ArticleAccess access) => Everything with { Access = access };

    /// <summary>Whether articles of this outlet pass both what is asked for and what may be seen.</summary>
    public bool AdmitsSource(string source) =>
        (Sources.Count == 0 || Sources.Contains(source, StringComparer.Ordinal)) && Access.AdmitsSource(source);

    /// <summary>Whether the article passes all of it.</summary>
    public bool Admits(Article article) =>
        AdmitsSource(article.Source) && Access.AdmitsCollection(article.Collection)
        && (article.Published is { } date ? !(date.Day < From) && !(date.Day > To) : Undated);
}
