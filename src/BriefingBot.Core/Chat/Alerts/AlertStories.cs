using BriefingBot.Articles;
using BriefingBot.Digests;
using BriefingBot.Digests.Clustering;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Alerts;

/// <summary>Groups what an alert has found into stories, as digests do, and leaves out what it has told before and what is no news beside it.</summary>
internal sealed class AlertStories(IPassageSearch search)
{
    /// <summary>What matters most first.</summary>
    /// <param name="found">New articles.</param>
    /// <param name="told">Articles of the stories that were told.</param>
    /// <param name="sent">Those stories.</param>
    public IReadOnlyList<Story> Of(IReadOnlyList<StoredArticle> found, IReadOnlyList<StoredArticle> told, SentStories sent)
    {
        var known = told.Select(a => a.CopyGroup).ToHashSet();
        var news = found.Where(a => !known.Contains(a.CopyGroup)).ToDictionary(a => a.Key);
        if (news.Count == 0) return [];
        var groups = StoryClustering.Group(news.Values.Concat(told.Where(a => !news.ContainsKey(a.Key))).Select(Dated), search)
            .Where(group => group.Any(a => news.ContainsKey(a.Key)))
            .Select(group => new Story([.. group.Where(a => news.ContainsKey(a.Key))], [.. group.Where(a => !news.ContainsKey(a.Key))]));
        var untold = sent.Compare([.. groups]).Where(story => story.Tellers.Count > 0).ToList();
        return untold.Count == 0 ? [] : [.. StoryRanking.Rank(untold, Period(untold))];
    }

    /// <summary>Without a date of its own, an article is as old as we know it.</summary>
    private static StoredArticle Dated(StoredArticle stored) =>
        stored.Article.Published is null ? stored with { Article = stored.Article with { Published = new ArticleDate(stored.Ingested, DateOnly: false) } } : stored;

    private static DigestPeriod Period(IReadOnlyList<Story> stories)
    {
        var instants = stories.SelectMany(s => s.Articles).Select(a => a.Article.Published!.Instant).ToList();
        return new DigestPeriod(instants.Min(), instants.Max().AddTicks(1));
    }
}
