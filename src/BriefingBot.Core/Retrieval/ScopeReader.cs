using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Turns what a question says about time and outlets into a filter.</summary>
public static class ScopeReader
{
    public static ScopeReading Read(Question question, IReadOnlyList<string> knownSources)
    {
        _ = knownSources;
        var recency = new RecencyPrior(question.AsOfDay, RankingWeights.RecencyHalfLifeDays, RankingWeights.RecencyBonus);
        return new ScopeReading(new ArticleFilter(question.Since, question.Until ?? question.AsOfDay, question.Sources ?? []), recency, [], "");
    }
}
