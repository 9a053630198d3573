using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Groups articles that tell of one event: group-average clustering within a window of time (Yang, Pierce and Carbonell
/// 1998, A study on retrospective and on-line event detection), where names and other words are compared apart (Kumaran
/// and Allan 2004, Text classification and named entities for new event detection).
/// </summary>
internal static class StoryClustering
{
    /// <summary>The groups, each in order of publication; the same in every run. Near-copies are compared once and stay together.</summary>
    /// <param name="articles">Dated articles with their texts, in any order.</param>
    /// <param name="search">Says how rare words are.</param>
    public static IReadOnlyList<IReadOnlyList<StoredArticle>> Group(IEnumerable<StoredArticle> articles, IPassageSearch search)
    {
        var texts = InOrder(articles).GroupBy(a => a.CopyGroup).SelectMany(WithinWindow).ToList();
        var stock = StockParagraphs.Of(texts.Select(t => t[0].Article));
        var linkage = new AverageLinkage(texts.Count);
        foreach (var (earlier, later, likeness) in StoryVectors.Of([.. texts.Select(t => OpeningTerms.Of(t[0].Article, stock))], search).Pairs())
        {
            var apart = Apart(texts[earlier][0], texts[later][0]);
            if (apart <= ClusteringWeights.Window && likeness.OfOneEvent(apart) is > 0 and var ofOneEvent) linkage.Add(earlier, later, ofOneEvent);
        }

        return [.. linkage.Cluster(ClusteringWeights.OneStory).Select(group => InOrder(group.SelectMany(text => texts[text])).ToList())];
    }

    /// <summary>By publication; the id decides between equals, so that two runs agree.</summary>
    public static IEnumerable<StoredArticle> InOrder(IEnumerable<StoredArticle> articles) =>
        articles.OrderBy(a => a.Article.Published!.Instant).ThenBy(a => a.Article.Id.Value, StringComparer.Ordinal);

    /// <summary>A text that comes again later is another story: a standing notice, last year's list.</summary>
    private static IEnumerable<List<StoredArticle>> WithinWindow(IEnumerable<StoredArticle> copies)
    {
        var texts = new List<List<StoredArticle>>();
        foreach (var copy in copies)
        {
            if (texts.Count > 0 && Apart(texts[^1][0], copy) <= ClusteringWeights.Window) texts[^1].Add(copy);
            else texts.Add([copy]);
        }

        return texts;
    }

    private static TimeSpan Apart(StoredArticle earlier, StoredArticle later) =>
        (later.Article.Published!.Instant - earlier.Article.Published!.Instant).Duration();
}
