using BriefingBot.Articles;

namespace BriefingBot.Percolation;

/// <summary>
/// Search the other way around: the queries are kept, and each new article is put to them. An index over the queries' words
/// finds the few that an article can match at all, so that it costs about the same for ten queries as for thousands
/// (Yan and Garcia-Molina 1994, Index structures for information filtering under the vector space model). The articles that
/// are there already are not touched.
/// </summary>
public sealed class Percolator
{
    private readonly IReadOnlyList<StandingQuery> _queries;
    private readonly Dictionary<string, List<(int Query, double Share)>> _postings = new(StringComparer.Ordinal);

    public Percolator(IEnumerable<StandingQuery> queries)
    {
        _queries = [.. queries.Where(q => q.IsUsable)];
        foreach (var (i, query) in _queries.Index())
        {
            foreach (var stem in query.Subject.Stems)
            {
                if (!_postings.TryGetValue(stem, out var holders)) _postings[stem] = holders = [];
                holders.Add((i, query.Subject.Coverage(s => s == stem)));
            }
        }
    }

    /// <summary>The queries that a new article is about.</summary>
    public IReadOnlyList<StandingQuery> Match(Article article)
    {
        if (_queries.Count == 0) return [];
        var words = ArticleWords.Of(article);
        var held = new Dictionary<int, double>();
        foreach (var stem in words.Counts.Keys)
        {
            if (!_postings.TryGetValue(stem, out var holders)) continue;
            foreach (var (query, share) in holders) held[query] = held.GetValueOrDefault(query) + share;
        }

        // A little less than the bound: sums of parts are not exact.
        return [.. held.Where(h => h.Value >= PercolationWeights.RequiredStrength - 0.001 && _queries[h.Key].Matches(article, words)).OrderBy(h => h.Key).Select(h => _queries[h.Key])];
    }
}
