using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>A <see cref="SentStory"/> in storable form.</summary>
public sealed record StoredStory(
    string Id, DateTimeOffset Until, IReadOnlyList<StoredStoryArticle> Articles, int Sources, IReadOnlyList<string> Figures, IReadOnlyList<string> Names, IReadOnlyList<string> Outcomes)
{
    public static StoredStory Of(SentStory story) => new(
        story.Id.Value, story.Until, [.. story.Articles.Select(a => new StoredStoryArticle(a.Id.Value, a.Key))], story.Sources,
        [.. story.Facts.Figures], [.. story.Facts.Names], [.. story.Facts.Outcomes]);

    public SentStory ToSent() => new(
        StoryId.Parse(Id), Until, [.. Articles.Select(a => new SentArticle(ArticleId.Parse(a.Id), a.Key))], Sources,
        new StoryFacts(Set(Figures), Set(Names), Set(Outcomes)));

    private static HashSet<string> Set(IReadOnlyList<string> values) => values.ToHashSet(StringComparer.Ordinal);
}

public sealed record StoredStoryArticle(string Id, long Key);
