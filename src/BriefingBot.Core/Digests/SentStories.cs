using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>What a reader was sent before. The caller keeps it; only values that survive storing are in it.</summary>
/// <param name="Stories">Each story as it was last sent.</param>
public sealed record SentStories(IReadOnlyList<SentStory> Stories)
{
    public static SentStories None { get; } = new([]);

    /// <summary>What successive digests have sent: of each story, the last that was sent of it.</summary>
    public static SentStories Of(IEnumerable<SentStory> inOrder) => new([.. inOrder.GroupBy(s => s.Id).Select(g => g.Last())]);

    /// <summary>The same after a digest was sent: its stories take the place of what was known of them.</summary>
    public SentStories With(Digest digest)
    {
        var sent = digest.Stories.Select(story => SentStory.Of(story, digest.Request.Period.To, Stories.FirstOrDefault(s => s.Id == story.Id))).ToList();
        return new SentStories([.. Stories.Where(old => sent.All(s => s.Id != old.Id)), .. sent]);
    }

    /// <summary>Without those last sent before an instant; beyond <see cref="DigestWeights.LookBack"/> before a period only an article that is changed can come back.</summary>
    public SentStories Since(DateTimeOffset instant) => new([.. Stories.Where(story => story.Until >= instant)]);

    /// <summary>
    /// The stories with what is new in them. One that was sent keeps its id, also where its articles would now make two;
    /// without anything new that matters it has nobody left to tell it.
    /// </summary>
    internal IReadOnlyList<Story> Compare(IReadOnlyList<Story> stories)
    {
        var bySent = stories.ToLookup(story => Find([.. story.All.Select(a => a.Article.Id)]));
        return [.. bySent[null], .. bySent.Where(group => group.Key is not null).Select(group => Compare(Story.Join([.. group]), group.Key!))];
    }

    private static Story Compare(Story story, SentStory sent)
    {
        var update = StoryUpdate.Of(sent, story);
        return story with { Id = sent.Id, Update = update, Tellers = update is null ? [] : story.Unsent(sent) };
    }

    /// <summary>The story sent before that has most articles in common with these; null when none has any.</summary>
    private SentStory? Find(HashSet<ArticleId> articles) =>
        Stories.Select(story => (Story: story, Common: story.Articles.Count(a => articles.Contains(a.Id))))
            .Where(s => s.Common > 0).OrderByDescending(s => s.Common).ThenBy(s => s.Story.Id.Value, StringComparer.Ordinal)
            .Select(s => s.Story).FirstOrDefault();
}

/// <summary>A story that was sent.</summary>
/// <param name="Until">The end of the last period that it was sent for.</param>
/// <param name="Articles">All its articles up to then.</param>
/// <param name="Sources">How many independent sources reported it.</param>
/// <param name="Facts">What its articles' openings told.</param>
public sealed record SentStory(StoryId Id, DateTimeOffset Until, IReadOnlyList<SentArticle> Articles, int Sources, StoryFacts Facts)
{
    internal static SentStory Of(DigestStory story, DateTimeOffset until, SentStory? before)
    {
        var articles = story.Earlier.Concat(story.Articles).ToList();
        var known = (before?.Articles ?? []).Where(old => articles.All(a => a.Article.Id != old.Id));
        var facts = StoryFacts.Of(articles.Select(a => a.Article));
        return new SentStory(
            story.Id,
            until,
            [.. known, .. articles.Select(a => new SentArticle(a.Article.Id, a.Key))],
            Math.Max(story.Sources, before?.Sources ?? 0),
            before is null ? facts : before.Facts.With(facts));
    }
}

/// <summary>An article and its version: a live report is the same article with a new key after every change.</summary>
public readonly record struct SentArticle(ArticleId Id, long Key);
