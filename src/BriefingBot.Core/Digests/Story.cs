using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;

namespace BriefingBot.Digests;

/// <summary>Articles of one event, on their way into a digest.</summary>
/// <param name="Articles">Those of the period, in order of publication; at least one.</param>
/// <param name="Earlier">Those from before it.</param>
internal sealed record Story(IReadOnlyList<StoredArticle> Articles, IReadOnlyList<StoredArticle> Earlier)
{
    public IEnumerable<StoredArticle> All => Earlier.Concat(Articles);

    public StoryId Id { get; init; } = StoryId.Of(Earlier.Concat(Articles).First().Article.Id);

    /// <summary>What is new since it was sent; null when it was not sent.</summary>
    public StoryUpdate? Update { get; init; }

    /// <summary>Where the sentences are to come from: after an update from what is new, else from all of the period.</summary>
    public IReadOnlyList<StoredArticle> Tellers { get; init; } = [.. Articles.DistinctBy(a => a.CopyGroup)];

    /// <summary>Independent sources over all its articles.</summary>
    public int Sources { get; } = Corroboration.IndependentSources(Earlier.Concat(Articles));

    public static Story? Of(IReadOnlyList<StoredArticle> group, DigestPeriod period)
    {
        var inside = group.ToLookup(a => period.Contains(a.Article.Published!));
        return inside[true].Any() ? new Story([.. inside[true]], [.. inside[false]]) : null;
    }

    /// <summary>One story of several that were sent as one.</summary>
    public static Story Join(IReadOnlyList<Story> parts) => parts.Count == 1 ? parts[0] : new Story(
        [.. StoryClustering.InOrder(parts.SelectMany(p => p.Articles))], [.. StoryClustering.InOrder(parts.SelectMany(p => p.Earlier))]);

    /// <summary>Articles of the period that were not in the story when it was sent, or have changed since; near-copies of what was sent are nothing new.</summary>
    public IReadOnlyList<StoredArticle> Unsent(SentStory sent)
    {
        var known = sent.Articles.ToHashSet();
        var told = All.Where(a => known.Contains(new SentArticle(a.Article.Id, a.Key))).Select(a => a.CopyGroup).ToHashSet();
        return [.. Articles.Where(a => !known.Contains(new SentArticle(a.Article.Id, a.Key)) && !told.Contains(a.CopyGroup)).DistinctBy(a => a.CopyGroup)];
    }
}
