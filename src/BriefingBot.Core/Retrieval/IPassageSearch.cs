using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>The reading side of the search index. A dense signal would be a second implementation, fused by rank.</summary>
public interface IPassageSearch
{
    /// <summary>Best passages first.</summary>
    IReadOnlyList<PassageHit> Search(PassageQuery query);

    /// <summary>How rare each term is over all indexed passages: BM25's idf, largest for a term that occurs nowhere.</summary>
    IReadOnlyList<float> Rarity(IReadOnlyList<string> stems);
}

/// <summary>What to look for, already analysed.</summary>
/// <param name="Terms">Distinct stems with their weights; none matches the opening passage of every article.</param>
/// <param name="Pairs">Stems that stand next to each other in the question: evidence when they do in the passage.</param>
/// <param name="Filter">Which articles may be returned at all.</param>
/// <param name="Recency">Multiplies each score by the age of the article.</param>
/// <param name="Top">How many passages are wanted.</param>
public sealed record PassageQuery(
    IReadOnlyList<WeightedTerm> Terms, IReadOnlyList<TermPair> Pairs, ArticleFilter Filter, RecencyPrior Recency, int Top)
{
    /// <summary>Keys of articles whose scores are multiplied by <see cref="RankingWeights.Preferred"/>.</summary>
    public IReadOnlySet<long> Preferred { get; init; } = FrozenSet<long>.Empty;
}

public readonly record struct WeightedTerm(string Stem, float Weight);

public readonly record struct TermPair(string First, string Second, float Weight);

/// <summary>A passage that matches.</summary>
/// <param name="ArticleKey">The store's key of the article version.</param>
/// <param name="Score">BM25 times the recency prior; comparable only within one search.</param>
public readonly record struct PassageHit(long ArticleKey, int Ordinal, TextSpan Span, float Score);
