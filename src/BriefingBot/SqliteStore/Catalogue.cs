using BriefingBot.Articles;

namespace BriefingBot.SqliteStore;

/// <summary>
/// Dates and outlets of all articles as they stood at one change number, in memory: every answer states what its
/// scope holds, and counting rows for that would cost more than searching.
/// </summary>
internal sealed class Catalogue
{
    private readonly ArticleDate?[] _dates;
    private readonly Column _sources;
    private readonly Column _collections;

    public Catalogue(string version, IReadOnlyList<Entry> articles)
    {
        Version = version;
        _dates = [.. articles.Select(a => a.Published)];
        _sources = Column.Of(articles.Select(a => a.Source));
        _collections = Column.Of(articles.Select(a => a.Collection));
        Everything = Count(ArticleFilter.Everything);
    }

    /// <summary>What the store's change numbers were.</summary>
    public string Version { get; }

    private LibraryContents Everything { get; }

    public LibraryContents Describe(ArticleFilter filter) => filter == ArticleFilter.Everything ? Everything : Count(filter);

    private LibraryContents Count(ArticleFilter filter)
    {
        var (wanted, visible) = (_sources.Names.Select(filter.AdmitsSource).ToArray(), _collections.Names.Select(filter.Access.AdmitsCollection).ToArray());
        var (counts, inCollection) = (new int[wanted.Length], new int[visible.Length]);
        var (undated, oldest, newest) = (0, (ArticleDate?)null, (ArticleDate?)null);
        for (var i = 0; i < _dates.Length; i++)
        {
            var date = _dates[i];
            if (!wanted[_sources.Numbers[i]] || !visible[_collections.Numbers[i]]) continue;
            if (date is null ? !filter.Undated : date.Day < filter.From || date.Day > filter.To) continue;
            counts[_sources.Numbers[i]]++;
            inCollection[_collections.Numbers[i]]++;
            if (date is null) undated++;
            else (oldest, newest) = (Earlier(oldest, date), Later(newest, date));
        }

        var sources = _sources.Names.Zip(counts, (name, count) => new SourceCount(name, count)).Where(s => s.Articles > 0);
        var collections = _collections.Names.Zip(inCollection, (name, count) => new CollectionCount(name, count)).Where(c => c.Articles > 0);
        return new LibraryContents(
            counts.Sum(), undated, oldest, newest, [.. sources.OrderByDescending(s => s.Articles).ThenBy(s => s.Source, StringComparer.Ordinal)])
        {
            Collections = [.. collections.OrderBy(c => c.Collection, StringComparer.Ordinal)],
        };
    }

    private static ArticleDate Earlier(ArticleDate? known, ArticleDate date) => known is null || date.Instant < known.Instant ? date : known;

    private static ArticleDate Later(ArticleDate? known, ArticleDate date) => known is null || date.Instant > known.Instant ? date : known;

    public readonly record struct Entry(ArticleDate? Published, string Source, string Collection);

    /// <summary>A text column as numbers into its distinct values.</summary>
    private sealed record Column(string[] Names, int[] Numbers)
    {
        public static Column Of(IEnumerable<string> values)
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            int[] column = [.. values.Select(v => numbers.TryGetValue(v, out var known) ? known : numbers[v] = numbers.Count)];
            return new Column([.. numbers.OrderBy(n => n.Value).Select(n => n.Key)], column);
        }
    }
}
