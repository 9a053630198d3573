using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>From a question to ranked articles with their matching passages.</summary>
public sealed class PassageRetriever(IPassageSearch search, IArticleLibrary library)
{
    public async ValueTask<RetrievalResult> RetrieveAsync(Question question, ScopeReading reading, CancellationToken cancellation)
    {
        var subject = QuestionSubject.Of(QuestionTerms.Of(question.Text, reading.Understood), search);
        var overview = subject.IsVague && (reading.IsNarrowed || reading.WantsLatest);
        var preferred = await PreferredAsync(question, cancellation);
        var hits = overview ? search.Search(Newest(question, reading)) : subject.IsEmpty ? [] : search.Search(ToQuery(subject, reading, preferred));
        var keys = hits.Select(h => h.ArticleKey).Distinct().Take(RankingWeights.Articles).ToList();
        var articles = keys.Count == 0 ? [] : await LoadAsync(keys, reading, cancellation);
        var scope = new SearchScope(reading.Filter, question.AsOf, await library.DescribeAsync(reading.Filter, cancellation), reading.Wording);
        return new RetrievalResult(question, subject, scope, new ArticleRanking(subject, preferred).Rank(hits, articles), overview);
    }

    /// <summary>The search has kept to what may be seen; an index that a program of an older kind wrote might not have.</summary>
    private async ValueTask<IReadOnlyList<StoredArticle>> LoadAsync(List<long> keys, ScopeReading reading, CancellationToken cancellation) =>
        [.. (await library.LoadAsync(keys, cancellation)).Where(a => reading.Filter.Access.Admits(a.Article))];

    private async ValueTask<IReadOnlySet<long>> PreferredAsync(Question question, CancellationToken cancellation)
    {
        var keys = new HashSet<long>();
        foreach (var id in question.Prefer)
        {
            if (await library.FindAsync(id, cancellation) is { } stored) keys.Add(stored.Key);
        }

        return keys;
    }

    private static PassageQuery ToQuery(QuestionSubject subject, ScopeReading reading, IReadOnlySet<long> preferred)
    {
        var terms = subject.Stems.Take(RankingWeights.QueryTerms).Select(stem => new WeightedTerm(stem, 1)).ToList();
        var pairs = Pairs(subject.Terms).Take(RankingWeights.QueryTerms).ToList();
        return new PassageQuery(terms, pairs, reading.Filter, reading.Recency, RankingWeights.Passages) { Preferred = preferred };
    }

    /// <summary>No words to match: every article's opening passage, the newest first.</summary>
    private static PassageQuery Newest(Question question, ScopeReading reading) => new(
        [], [], reading.Filter with { Undated = false }, new RecencyPrior(reading.Filter.To ?? question.AsOfDay, RankingWeights.LatestHalfLifeDays, RankingWeights.RecencyBonus), RankingWeights.Articles);

    /// <summary>Words that stand side by side in the question, with at most a short word between them.</summary>
    private static List<TermPair> Pairs(IReadOnlyList<QuestionTerm> terms)
    {
        const int widestGap = 4;
        return [.. terms.Zip(terms.Skip(1))
            .Where(pair => pair.Second.Span.Start - pair.First.Span.End <= widestGap && pair.First.Stem != pair.Second.Stem)
            .Select(pair => new TermPair(pair.First.Stem, pair.Second.Stem, RankingWeights.Pair))
            .Distinct()];
    }
}
