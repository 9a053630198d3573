namespace BriefingBot.Articles;

/// <summary>
/// The part of the library that whoever asks may see at all. It is no wish but a border: everything that is found,
/// counted, named or offered lies inside.
/// </summary>
/// <param name="Collections">Collections that may be seen; empty means all.</param>
/// <param name="Sources">Outlets, as stored, that may be seen; empty means all.</param>
public sealed record ArticleAccess(IReadOnlyList<string> Collections, IReadOnlyList<string> Sources)
{
    public static ArticleAccess All { get; } = new([], []);

    public bool Admits(Article article) => AdmitsCollection(article.Collection) && AdmitsSource(article.Source);

    public bool AdmitsCollection(string collection) => Collections.Count == 0 || Collections.Contains(collection, StringComparer.Ordinal);

    public bool AdmitsSource(string source) => Sources.Count == 0 || Sources.Contains(source, StringComparer.Ordinal);
}
