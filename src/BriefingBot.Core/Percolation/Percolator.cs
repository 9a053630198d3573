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
    private readonly Dictionary<string, List<(int Query, double Share)>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(int Query, double Share)>> _byGroup = [];

    public Percolator(IEnumerable<StandingQuery> queries)
    {
        _queries = [.. queries.Where(q => q.IsUsable)];
        foreach (var (i, query) in _queries.Index())
        {
            var total = query.Words.Sum(w => w.Weight);
            foreach (var word in query.Words)
            {
                Post(_byStem, word.Stem, (i, word.Weight / total));
                foreach (var group in word.Like) Post(_byGroup, group, (i, PercolationWeights.Like * word.Weight / total));
            }
        }
    }

    /// <summary>The queries that a new article is about, in the order they were given.</summary>
    public IReadOnlyList<StandingQuery> Match(Article article)
    {
        if (_queries.Count == 0) return [];
        var words = ArticleWords.Of(article);
        var most = new double[_queries.Count];
        // What a word and its likes hold is counted twice here; the query itself looks more closely.
        foreach (var stem in words.All.Stems) Count(most, _byStem.GetValueOrDefault(stem));
        foreach (var group in words.All.Groups) Count(most, _byGroup.GetValueOrDefault(group));
        // Sums of parts are not exact.
        return [.. _queries.Where((query, i) => most[i] >= PercolationWeights.RequiredStrength - 0.001 && query.Matches(article, words))];
    }

    private static void Post<TKey>(Dictionary<TKey, List<(int, double)>> postings, TKey key, (int, double) posting)
        where TKey : notnull
    {
        if (!postings.TryGetValue(key, out var holders)) postings[key] = holders = [];
        holders.Add(posting);
    }

    private static void Count(double[] most, List<(int Query, double Share)>? holders)
    {
        foreach (var (query, share) in holders ?? []) most[query] += share;
    }
}
