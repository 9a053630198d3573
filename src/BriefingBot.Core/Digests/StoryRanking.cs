namespace BriefingBot.Digests;

/// <summary>Orders stories by how many independent sources tell them, how recent and how new they are.</summary>
internal static class StoryRanking
{
    public static IEnumerable<Story> Rank(IEnumerable<Story> stories, DigestPeriod period) =>
        stories.OrderByDescending(story => Score(story, period)).ThenBy(story => story.Id.Value, StringComparer.Ordinal);

    private static double Score(Story story, DigestPeriod period)
    {
        var newest = story.Articles.Max(a => a.Article.Published!.Instant);
        var age = Math.Clamp((period.To - newest) / period.Length, 0, 1);
        return (DigestWeights.Source * Math.Min(story.Sources, DigestWeights.MostSources))
            + (DigestWeights.Recency * (1 - age))
            + (story.Update is null ? DigestWeights.New : DigestWeights.Update)
            + (DigestWeights.Articles * Math.Log2(story.Tellers.Count));
    }
}
