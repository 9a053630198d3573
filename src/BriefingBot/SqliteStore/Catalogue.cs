using BriefingBot.Articles;

namespace BriefingBot.SqliteStore;

/// <summary>
/// Dates and outlets of all articles as they stood at one change number, in memory: every answer states what its
/// scope holds, and counting rows for that would cost more than searching.
/// </summary>
internal sealed class Catalogue
{
    private readonly ArticleDate?[] _dates;
    private readonly int[] _sources;
    private readonly string[] _names;

    public Catalogue(string version, IReadOnlyList<(ArticleDate? Published, string Source)> articles)
    {
        Version = version;
        _names = [.. articles.Select(a => a.Source).Distinct(StringComparer.Ordinal)];
        var numbers = _names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        _dates = [.. articles.Select(a => a.Published)];
        _sources = [.. articles.Select(a => numbers[a.Source])];
        Everything = Count(ArticleFilter.Everything);
    }

    /// <summary>What the store's change numbers were.</summary>
    public string Version { get; }

    private LibraryContents Everything { get; }

    public LibraryContents Describe(ArticleFilter filter) => filter == ArticleFilter.Everything ? Everything : Count(filter);

    private LibraryContents Count(ArticleFilter filter)
    {
        var wanted = filter.Sources.Count == 0 ? null : _names.Select(n => filter.Sources.Contains(n, StringComparer.Ordinal)).ToArray();
        var counts = new int[_names.Length];
        var (undated, oldest, newest) = (0, (ArticleDate?)null, (ArticleDate?)null);
        for (var i = 0; i < _dates.Length; i++)
        {
            var date = _dates[i];
            if (wanted is not null && !wanted[_sources[i]]) continue;
            if (date is null ? !filter.Undated : date.Day < filter.From || date.Day > filter.To) continue;
            counts[_sources[i]]++;
            if (date is null) undated++;
            else (oldest, newest) = (Earlier(oldest, date), Later(newest, date));
        }

        var sources = _names.Zip(counts, (name, count) => new SourceCount(name, count)).Where(s => s.Articles > 0);
        return new LibraryContents(
            counts.Sum(), undated, oldest, newest, [.. sources.OrderByDescending(s => s.Articles).ThenBy(s => s.Source, StringComparer.Ordinal)]);
    }

    private static ArticleDate Earlier(ArticleDate? known, ArticleDate date) => known is null || date.Instant < known.Instant ? date : known;

    private static ArticleDate Later(ArticleDate? known, ArticleDate date) => known is null || date.Instant > known.Instant ? date : known;
}
