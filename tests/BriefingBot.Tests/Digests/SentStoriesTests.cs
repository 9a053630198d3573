using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class SentStoriesTests
{
    [Fact]
    public async Task What_was_sent_is_not_sent_again()
    {
        var (first, second) = await MondayThenAsync(DigestPeriod.Day(Strand.Monday), Strand.Bridge, Strand.Vote);

        Assert.Equal(2, first.Stories.Count);
        Assert.Empty(second.Stories);
        Assert.Equal([new LeftOut(LeftOutReason.AlreadySent, 2, 2)], second.LeftOut);
        Assert.Equal("18 Mar 2024: 2 articles, nothing new. Left out: 2 stories sent before, without news.", DigestText.Account(second));
    }

    [Fact]
    public async Task A_story_that_went_on_comes_as_an_update_with_what_is_new_told_by_the_new_article()
    {
        var (first, second) = await MondayThenAsync(DigestPeriod.Day(Strand.Tuesday), Strand.Bridge, Strand.BridgeNextDay);

        var story = Assert.Single(second.Stories);
        Assert.Equal(Assert.Single(first.Stories).Id, story.Id);
        Assert.Equal("found; now six weeks", story.Update!.ToString());
        Assert.Equal("Strand bridge to stay closed for six weeks", story.Headline);
        Assert.All(story.Citations.Take(1), c => Assert.Equal("bridge-3", c.Article.Id.Value));
    }

    [Fact]
    public async Task A_headline_in_capitals_names_nobody()
    {
        var (_, second) = await MondayThenAsync(DigestPeriod.Day(Strand.Tuesday), Strand.Bridge, Strand.BridgeAgain with { Title = "Cargo Ship Hits Strand Bridge: What Happens Now" });

        Assert.Empty(second.Stories);
    }

    [Fact]
    public async Task A_report_that_only_repeats_is_left_out()
    {
        var (_, second) = await MondayThenAsync(DigestPeriod.Day(Strand.Tuesday), Strand.Bridge, Strand.BridgeAgain);

        Assert.Equal([new LeftOut(LeftOutReason.AlreadySent, 1, 1)], second.LeftOut);
    }

    [Fact]
    public async Task A_second_independent_source_is_news_and_a_reprint_is_not()
    {
        var elsewhere = Strand.BridgeAgain with { Source = "Northern Dispatch" };
        var reprint = Strand.BridgeReprint with { Published = ArticleDate.OfDay(2024, 3, 19) };

        var (_, confirmed) = await MondayThenAsync(DigestPeriod.Day(Strand.Tuesday), Strand.Bridge, elsewhere);
        var (_, reprinted) = await MondayThenAsync(DigestPeriod.Day(Strand.Tuesday), Strand.Bridge, reprint);

        Assert.Equal("1 more source", Assert.Single(confirmed.Stories).Update!.ToString());
        Assert.Empty(reprinted.Stories);
    }

    [Fact]
    public async Task An_article_that_was_changed_counts_as_new()
    {
        using var before = new NewsDesk(Strand.Bridge);
        var period = DigestPeriod.Day(Strand.Monday);
        var sent = SentStories.None.With(await before.Digests.WriteAsync(new DigestRequest(period), CancellationToken.None));
        var changed = NewsDesk.Article("bridge", "Cargo ship hits Strand bridge, two drivers dead", "2024-03-18", "Coast Ledger",
            "The cargo ship Marie Belle hit a pillar of the Strand bridge in fog on Monday, and two drivers died when their cars fell into the sound.");
        // The first key is taken: a changed article is a new version with a new key.
        using var after = new NewsDesk(Strand.Vote, changed);

        var digest = await after.Digests.WriteAsync(new DigestRequest(period) { Sent = sent }, CancellationToken.None);

        Assert.Contains("two drivers", digest.Stories.Single(s => s.Update is not null).Update!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_over_several_digests_is_remembered()
    {
        using var desk = new NewsDesk(Strand.Bridge, Strand.BridgeNextDay);
        var sent = SentStories.None;
        foreach (var day in new[] { Strand.Monday, Strand.Tuesday })
        {
            sent = sent.With(await desk.Digests.WriteAsync(new DigestRequest(DigestPeriod.Day(day)) { Sent = sent }, CancellationToken.None));
        }

        var story = Assert.Single(sent.Stories);
        Assert.Equal(["bridge", "bridge-3"], story.Articles.Select(a => a.Id.Value).Order());
        Assert.Superset(new HashSet<string> { "18000", "6" }, story.Facts.Figures.ToHashSet());
        Assert.Single(sent.Since(DigestPeriod.Day(Strand.Tuesday).To).Stories);
        Assert.Empty(sent.Since(DigestPeriod.Day(Strand.Tuesday).To.AddTicks(1)).Stories);
    }

    /// <summary>A digest of Monday, and one of another period that knows of it.</summary>
    private static async Task<(Digest First, Digest Second)> MondayThenAsync(DigestPeriod period, params Article[] articles)
    {
        using var desk = new NewsDesk(articles);
        var first = await desk.Digests.WriteAsync(new DigestRequest(DigestPeriod.Day(Strand.Monday)), CancellationToken.None);
        var second = await desk.Digests.WriteAsync(new DigestRequest(period) { Sent = SentStories.None.With(first) }, CancellationToken.None);
        return (first, second);
    }
}
