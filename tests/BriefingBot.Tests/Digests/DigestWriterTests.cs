using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class DigestWriterTests
{
    private static readonly DigestRequest Monday = new(DigestPeriod.Day(Strand.Monday));
    private static readonly DigestRequest Tuesday = new(DigestPeriod.Day(Strand.Tuesday));

    [Fact]
    public async Task Reports_of_one_event_are_one_story_and_a_reprint_is_no_source_of_its_own()
    {
        var digest = await WriteAsync(Monday, Strand.Bridge, Strand.BridgeElsewhere, Strand.BridgeReprint, Strand.Vote);

        Assert.Equal(["bridge bridge-2 bridge-reprint", "vote"], digest.Stories.Select(Ids));
        Assert.Equal([2, 1], digest.Stories.Select(s => s.Sources));
    }

    [Fact]
    public async Task Every_sentence_is_the_articles_own_and_every_citation_stands_at_its_place()
    {
        var digest = await WriteAsync(Monday, Strand.Bridge, Strand.BridgeElsewhere, Strand.Vote);

        foreach (var story in digest.Stories)
        {
            Assert.InRange(story.Sentences.Count, 1, 2);
            Assert.All(story.Sentences, s => Assert.Contains(s.Citations, n => story.Citations[n - 1].Quote.Contains(s.Text, StringComparison.Ordinal)));
            Assert.All(story.Citations, c => Assert.Equal(c.Quote, c.Span.Of(c.Article.Text)));
        }
    }

    [Fact]
    public async Task A_brief_digest_has_one_sentence_a_story()
    {
        var digest = await WriteAsync(Monday with { Length = DigestLength.Brief }, Strand.Bridge, Strand.BridgeElsewhere, Strand.Vote);

        Assert.All(digest.Stories, story => Assert.Single(story.Sentences));
    }

    [Fact]
    public async Task What_is_left_out_is_counted_with_the_reason()
    {
        var digest = await WriteAsync(Monday with { Topic = "the Strand bridge" }, Strand.Bridge, Strand.Vote, Strand.RoundUp, Strand.Undated, Strand.BridgeNextDay);

        Assert.Equal(
            [new LeftOut(LeftOutReason.OffTopic, 1, 1), new LeftOut(LeftOutReason.RoundUp, 0, 1), new LeftOut(LeftOutReason.Undated, 0, 1)], digest.LeftOut);
        Assert.Equal("18 Mar 2024: 3 articles, 1 story shown. Left out: 1 story not on the topic; 1 round-up; 1 article without a date.", DigestText.Account(digest));
    }

    [Fact]
    public async Task A_topic_takes_what_is_about_it_and_not_what_shares_a_word()
    {
        var digest = await WriteAsync(Monday with { Topic = "library hours in Strand" }, Strand.Bridge, Strand.Vote);

        Assert.Equal(["vote"], digest.Stories.Select(Ids));
    }

    [Fact]
    public async Task A_day_without_articles_says_that_there_is_nothing_new()
    {
        var digest = await WriteAsync(new DigestRequest(DigestPeriod.Day(new DateOnly(2024, 3, 25))), Strand.Bridge);

        Assert.Empty(digest.Stories);
        Assert.Equal("25 Mar 2024: no articles, nothing new.", DigestText.Account(digest));
    }

    [Fact]
    public async Task More_stories_than_fit_are_counted()
    {
        var towns = new[] { "Velmora", "Luneth", "Oberau", "Torrin", "Vesta", "Skarn", "Sella" };
        var events = new[] { "library", "harbour", "tramway", "orchard", "theatre", "glacier", "brewery" };
        var articles = towns.Zip(events, (town, what) => NewsDesk.Article(what, $"{town} {what} opens", "2024-03-18", $"{town} News",
            $"The {what} that people in {town} have waited for opened on Monday with music.")).ToArray();

        var digest = await WriteAsync(Monday with { Length = DigestLength.Brief }, articles);

        Assert.Equal(5, digest.Stories.Count);
        Assert.Equal([new LeftOut(LeftOutReason.NoRoom, 2, 2)], digest.LeftOut);
    }

    [Fact]
    public async Task What_may_not_be_seen_neither_shows_nor_counts()
    {
        var hidden = Strand.Vote with { Collection = "board" };
        using var desk = new NewsDesk(Strand.Bridge, hidden, Strand.Undated with { Collection = "board" });

        var digest = await desk.Digests.WriteAsync(Monday with { Access = new ArticleAccess([Article.DefaultCollection], []) }, CancellationToken.None);

        Assert.Equal(["bridge"], digest.Stories.Select(Ids));
        Assert.Equal((1, 0), (digest.Articles, digest.LeftOut.Count));
    }

    [Fact]
    public async Task Outlets_narrow_it_in_any_of_the_ways_they_are_written()
    {
        var digest = await WriteAsync(Monday with { Sources = ["the luneth post"] }, Strand.Bridge, Strand.BridgeElsewhere);

        Assert.Equal(["bridge-2"], digest.Stories.Select(Ids));
    }

    [Fact]
    public async Task A_story_keeps_its_id_on_the_next_day()
    {
        Article[] articles = [Strand.Bridge, Strand.BridgeElsewhere, Strand.BridgeNextDay];
        var (first, second) = (await WriteAsync(Monday, articles), await WriteAsync(Tuesday, articles));

        var (before, after) = (Assert.Single(first.Stories), Assert.Single(second.Stories));
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(["bridge", "bridge-2"], after.Earlier.Select(a => a.Article.Id.Value));
    }

    [Fact]
    public async Task Two_runs_say_the_same_whatever_the_order_of_the_articles()
    {
        var (once, again) = (await WriteAsync(Monday, Strand.Bridge, Strand.BridgeElsewhere, Strand.Vote), await WriteAsync(Monday, Strand.Vote, Strand.BridgeElsewhere, Strand.Bridge));

        Assert.Equal(once.Stories.Select(s => s.Id), again.Stories.Select(s => s.Id));
    }

    private static async Task<Digest> WriteAsync(DigestRequest request, params Article[] articles)
    {
        using var desk = new NewsDesk(articles);
        return await desk.Digests.WriteAsync(request, CancellationToken.None);
    }

    private static string Ids(DigestStory story) => string.Join(' ', story.Articles.Select(a => a.Article.Id.Value));
}
