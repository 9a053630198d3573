using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>Counts what does not get into a digest, and why.</summary>
internal sealed class DigestAccount(DigestPeriod period)
{
    private readonly SortedDictionary<LeftOutReason, (int Stories, int Articles)> _counts = [];

    private readonly List<SkippedStory> _skipped = [];

    /// <summary>What was left out of the stories, in the order that it was.</summary>
    public IReadOnlyList<SkippedStory> Skipped => _skipped;

    /// <summary>The stories that pass.</summary>
    public List<Story> Keep(LeftOutReason otherwise, IReadOnlyList<Story> stories, Func<Story, bool> passes)
    {
        var kept = stories.ToLookup(passes);
        foreach (var story in kept[false]) Leave(otherwise, story);
        return [.. kept[true]];
    }

    public void Leave(LeftOutReason reason, Story story)
    {
        Add(reason, 1, story.Articles.Count);
        _skipped.Add(new SkippedStory(reason, Headline.Of(story.Articles[0].Article)));
    }

    /// <summary>Articles that come to no story; those from before the period do not count.</summary>
    public void Leave(LeftOutReason reason, IEnumerable<StoredArticle> articles) => Add(reason, 0, articles.Count(a => period.Contains(a.Article.Published!)));

    public IReadOnlyList<LeftOut> LeftOut(int undated)
    {
        Add(LeftOutReason.Undated, 0, undated);
        return [.. _counts.Select(c => new LeftOut(c.Key, c.Value.Stories, c.Value.Articles))];
    }

    private void Add(LeftOutReason reason, int stories, int articles)
    {
        if (articles == 0) return;
        var count = _counts.GetValueOrDefault(reason);
        _counts[reason] = (count.Stories + stories, count.Articles + articles);
    }
}
