using BriefingBot.Feeds;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Feeds;

public sealed class FeedTests : IAsyncLifetime
{
    private const string Wall = "The storm wall of Port Velmar held on Monday night, when waves of nine metres came in from the north and the harbour board had closed the lower quay to everyone.";

    private WebSite _site = null!;
    private FeedReader _reader = null!;

    private string Url => $"{_site.Url}/feed";

    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _reader = new FeedReader(_site, new FeedsOptions { FullText = false });
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Items_become_articles_of_the_feeds_collection()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, id: "tag:wire,2021:1", link: "/wall?utm_source=rss", date: "Mon, 01 Mar 2021 09:30:00 GMT") + Item("Ferry", "The ferry sails.", id: "7", link: "/ferry"));

        var outcome = await _reader.SubscribeAsync(Url, "sea");

        Assert.Equal((2, 0, 0, 0), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Problems.Count));
        var articles = _reader.Articles();
        Assert.Equal([$"{_site.Url}/ferry", "tag:wire,2021:1"], articles.Select(a => a.Id.Value));
        Assert.Equal(("Wall holds", "Harbour Wire", "sea", $"{_site.Url}/wall?utm_source=rss", "2021-03-01T09:30:00Z"), (articles[1].Title, articles[1].Source, articles[1].Collection, articles[1].Url, articles[1].Published!.ToString()));
        var feed = Assert.Single(_reader.Feeds());
        Assert.Equal(("Harbour Wire", "sea", 2, 0, _reader.Now), (feed.Title, feed.Collection, feed.Articles, feed.Failures, feed.Fetched));
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        _site.Put("/feed", context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            (context.Response.ContentType, context.Response.Headers.ETag) = ("application/rss+xml", "\"1\"");
            return context.Response.WriteAsync($"<rss><channel><title>W</title>{Item("Wall holds", Wall)}</channel></rss>");
        });
        await _reader.SubscribeAsync(Url);

        var again = Assert.Single(await _reader.RunAsync());

        Assert.Equal((0, 0, 0, ""), (again.Added, again.Changed, again.Unchanged, again.Feed.Error));
        Assert.Equal(("W", 1, "\"1\""), (_reader.Feeds()[0].Title, _reader.Feeds()[0].Articles, _reader.Feeds()[0].Validators.ETag));
    }

    /// <summary>What publishers change without changing the article.</summary>
    [Theory]
    [InlineData("1", "/wall", "Tue, 02 Mar 2021 09:30:00 GMT")]
    [InlineData("other", "/wall", "Mon, 01 Mar 2021 09:30:00 GMT")]
    [InlineData("other", "/wall/?utm_source=rss&utm_medium=feed#top", "Tue, 02 Mar 2021 09:30:00 GMT")]
    [InlineData("1", "/elsewhere", "Tue, 02 Mar 2021 09:30:00 GMT")]
    [InlineData("", "/wall?fbclid=x", "")]
    [InlineData("other", "/elsewhere", "Tue, 02 Mar 2021 09:30:00 GMT")]
    public async Task Another_date_id_or_address_alone_makes_no_other_article(string id, string link, string date)
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/wall", "Mon, 01 Mar 2021 09:30:00 GMT"));
        await _reader.SubscribeAsync(Url);
        var before = _reader.Articles();

        _site.PutFeed("/feed", Item("Wall holds", Wall, id, link, date));
        var outcomes = (await _reader.RunAsync()).Concat(await _reader.RunAsync());

        Assert.All(outcomes, outcome => Assert.Equal((0, 0, 1), (outcome.Added, outcome.Changed, outcome.Unchanged)));
        Assert.Equal(before.Select(a => (a.Id, a.Text, a.Published)), _reader.Articles().Select(a => (a.Id, a.Text, a.Published)));
    }

    [Fact]
    public async Task Items_that_stand_in_the_feed_together_are_different_however_alike()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/one"));
        await _reader.SubscribeAsync(Url);

        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/one") + Item("Wall holds still", Wall, "2", "/two"));

        Assert.Equal(1, Assert.Single(await _reader.RunAsync()).Added);
        Assert.Equal(2, _reader.Articles().Count);
    }

    [Fact]
    public async Task An_item_that_takes_the_address_of_another_does_not_take_its_place()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/one"));
        await _reader.SubscribeAsync(Url);

        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/moved") + Item("Ferry", "The ferry sails.", "2", "/one"));
        await _reader.RunAsync();
        var again = Assert.Single(await _reader.RunAsync());

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(["Ferry", "Wall holds"], _reader.Articles().Select(a => a.Title).Order());
    }

    [Fact]
    public async Task A_text_that_goes_on_under_a_new_id_and_address_is_another_article_once_it_says_much_more()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/one"));
        await _reader.SubscribeAsync(Url);

        _site.PutFeed("/feed", Item("Wall holds", Wall + " The mayor of Karlsund said that the bridge would be next, and that the county had put aside forty million crowns for it.", "2", "/two"));

        Assert.Equal((1, 0), (await _reader.RunAsync()) is [var outcome] ? (outcome.Added, outcome.Changed) : default);
    }

    [Fact]
    public async Task Changed_text_is_a_new_version_of_the_article()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/wall"));
        await _reader.SubscribeAsync(Url);

        _site.PutFeed("/feed", Item("Wall holds", Wall + " Two boats were lost.", "1", "/wall") + Item("Ferry", "The ferry sails.", "2", "/ferry"));
        var outcome = Assert.Single(await _reader.RunAsync());

        Assert.Equal((1, 1, 0), (outcome.Added, outcome.Changed, outcome.Unchanged));
        Assert.Equal([$"{_site.Url}/ferry", $"{_site.Url}/wall"], _reader.Articles().Select(a => a.Id.Value));
        Assert.EndsWith("Two boats were lost.", _reader.Articles()[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_stay_when_they_fall_out_of_the_feed()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "1", "/wall"));
        await _reader.SubscribeAsync(Url);
        _site.PutFeed("/feed", Item("Ferry", "The ferry sails.", "2", "/ferry"));
        await _reader.RunAsync();
        _site.PutFeed("/feed", "");

        var outcome = Assert.Single(await _reader.RunAsync());

        Assert.Equal((0, ""), (outcome.Problems.Count, outcome.Feed.Error));
        Assert.Equal(2, _reader.Articles().Count);
    }

    [Fact]
    public async Task Ids_and_addresses_that_items_share_do_not_make_them_one()
    {
        _site.PutFeed("/feed", Item("One", "The wall held.", "0", "/one") + Item("Two", "The ferry sails.", "0", "/two"));
        await _reader.SubscribeAsync(Url);
        Assert.Equal(2, _reader.Articles().Count);

        _site.PutFeed("/links", Item("One", "The bridge closed.", "a", "/") + Item("Two", "The mill burnt.", "b", "/") + Item("Three", "A", "c", "/same") + Item("Four", "B", "d", "/same"));
        await _reader.SubscribeAsync($"{_site.Url}/links");
        Assert.Equal(6, _reader.Articles().Count);
        Assert.All(await _reader.RunAsync(), outcome => Assert.Equal((0, 0), (outcome.Added, outcome.Changed)));
    }

    [Fact]
    public async Task An_item_without_id_and_address_is_known_by_its_text()
    {
        _site.PutFeed("/feed", $"<item><title>Wall</title><description>{Wall}</description></item><item><title>Short</title><description>Two words.</description></item>");
        await _reader.SubscribeAsync(Url);

        var outcome = Assert.Single(await _reader.RunAsync());

        Assert.Equal((0, 0, 2), (outcome.Added, outcome.Changed, outcome.Unchanged));
        Assert.Equal(2, _reader.Articles().Count);
    }

    [Fact]
    public async Task An_article_that_two_feeds_have_is_stored_once_and_stays_with_the_first()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall, "tag:wire,2021:1", "/wall"));
        _site.PutFeed("/other", Item("Claimed", "Another text.", "tag:wire,2021:1", "/wall"), "Other Wire");
        await _reader.SubscribeAsync(Url, "sea");

        var outcome = await _reader.SubscribeAsync($"{_site.Url}/other", "land");

        Assert.Equal((0, 0, 1), (outcome.Added, outcome.Changed, outcome.Unchanged));
        var article = Assert.Single(_reader.Articles());
        Assert.Equal(("Wall holds", "sea"), (article.Title, article.Collection));
    }

    [Theory]
    [InlineData("<rss><channel><item>", "text/xml", "is not well-formed XML")]
    [InlineData("<!DOCTYPE html><html><head><title>x</title></head><body></body></html>", "text/html", "is a web page, not a feed")]
    [InlineData("<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>", "text/html", "/rss as its feed")]
    [InlineData("<opml/>", "text/xml", "no RSS or Atom feed")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><rss><channel/></rss>", "text/xml", "unknown encoding")]
    [InlineData("", "text/xml", "is not well-formed XML")]
    public async Task A_feed_that_cannot_be_read_is_reported_and_the_others_go_on(string body, string type, string reason)
    {
        _site.PutFeed("/a", Item("Wall holds", Wall));
        _site.PutFeed("/b", Item("Ferry", "The ferry sails.", "2", "/ferry"));
        await _reader.SubscribeAsync($"{_site.Url}/a");
        await _reader.SubscribeAsync($"{_site.Url}/b");
        _site.Put("/a", body, type);
        _site.PutFeed("/b", Item("Mill", "The mill burnt.", "3", "/mill"));

        var outcomes = await _reader.RunAsync();

        var problem = Assert.Single(outcomes[0].Problems);
        Assert.Equal($"{_site.Url}/a", problem.File);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(1, outcomes[1].Added);
        Assert.Equal((1, problem.Reason, 3), (_reader.Feeds()[0].Failures, _reader.Feeds()[0].Error, _reader.Articles().Count));
    }

    [Fact]
    public async Task Bytes_that_are_not_in_the_stated_encoding_are_a_problem_and_the_stated_one_is_used()
    {
        byte[] Latin(string head) => System.Text.Encoding.Latin1.GetBytes($"{head}<rss><channel><title>Café</title></channel></rss>");
        Task Answer(HttpContext context, byte[] body, string type)
        {
            context.Response.ContentType = type;
            return context.Response.Body.WriteAsync(body).AsTask();
        }

        _site.Put("/wrong", context => Answer(context, Latin(""), "text/xml"));
        _site.Put("/header", context => Answer(context, Latin(""), "text/xml; charset=iso-8859-1"));
        _site.Put("/declared", context => Answer(context, Latin("<?xml version='1.0' encoding='iso-8859-1'?>"), "text/xml"));

        _site.Put("/default", context => Answer(context, Latin("<?xml version='1.0' encoding='iso-8859-1'?>"), "text/xml; charset=utf-8"));

        Assert.Equal("Café", (await _reader.SubscribeAsync($"{_site.Url}/default")).Feed.Title);
        Assert.Contains("is not UTF-8", (await _reader.SubscribeAsync($"{_site.Url}/wrong")).Feed.Error, StringComparison.Ordinal);
        Assert.Equal("Café", (await _reader.SubscribeAsync($"{_site.Url}/header")).Feed.Title);
        Assert.Equal("Café", (await _reader.SubscribeAsync($"{_site.Url}/declared")).Feed.Title);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_unsubscribed_with_a_note_and_its_articles_stay()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall));
        await _reader.SubscribeAsync(Url);
        _site.PutStatus("/feed", 410);

        var outcome = Assert.Single(await _reader.RunAsync());

        Assert.Contains($"{Url} answered that it is gone for good (410); it is unsubscribed, and its 1 article(s) are kept", outcome.Note, StringComparison.Ordinal);
        Assert.Empty(_reader.Feeds());
        Assert.Single(_reader.Articles());
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_as_long_as_it_asks()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall));
        await _reader.SubscribeAsync(Url);
        _site.PutStatus("/feed", 429, "Retry-After", "7200");

        await _reader.RunAsync();

        var feed = _reader.Feeds()[0];
        Assert.Equal((1, "answered 429 Too Many Requests", _reader.Now.AddHours(2)), (feed.Failures, feed.Error, feed.HeldUntil));
        Assert.InRange(feed.Due, _reader.Now.AddHours(2), _reader.Now.AddHours(2.2));
        Assert.False(feed.MayBeAsked(_reader.Now.AddMinutes(119)));
        Assert.True(feed.MayBeAsked(_reader.Now.AddHours(2)));
    }

    [Fact]
    public async Task What_was_not_stored_before_a_kill_is_fetched_again_and_nothing_is_twice()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall));
        await _reader.SubscribeAsync(Url);
        _site.PutFeed("/feed", Item("Wall holds", Wall) + Item("Ferry", "The ferry sails.", "2", "/ferry"));

        // Fetched, but the process dies before, and while, it is stored.
        var update = Assert.Single(await _reader.FetchAsync());
        using (var store = _reader.Data.OpenStore())
        {
            using var transaction = store.BeginFeeds();
            transaction.PutFeed(update.Feed with { Title = "half" });
            transaction.PutItem(Url, update.Items[1].Item);
        }

        using var killed = new FeedReader(_site, _reader.Options, _reader.Data.CopyAsAfterKill());
        Assert.Equal("Harbour Wire", killed.Feeds()[0].Title);
        var outcome = Assert.Single(await killed.RunAsync());
        Assert.Equal((1, 1), (outcome.Added, outcome.Unchanged));
        Assert.Equal(2, killed.Articles().Count);
    }

    [Fact]
    public async Task An_update_of_a_feed_that_was_dropped_meanwhile_is_dropped_too()
    {
        _site.PutFeed("/feed", Item("Wall holds", Wall));
        await _reader.SubscribeAsync(Url);
        _site.PutFeed("/feed", Item("Ferry", "The ferry sails.", "2", "/ferry"));
        var update = Assert.Single(await _reader.FetchAsync());
        using (var store = _reader.Data.OpenStore())
        {
            var intake = new FeedIntake(store, _reader.Data.Time);
            Assert.Equal(1, intake.Remove(Url, withdraw: true));
            Assert.Null(intake.Remove(Url, withdraw: true));
            Assert.Equal(0, intake.Take(update).Added);
        }

        Assert.Empty(_reader.Feeds());
        Assert.Empty(_reader.Articles());
    }

    [Fact]
    public async Task Markup_and_control_characters_of_a_feed_are_text_only()
    {
        _site.Put("/feed", "<rss><channel><title>&lt;script&gt;alert(1)&lt;/script&gt;Wire&#x1B;[31m\n\n@everyone</title>"
            + "<item><guid>1</guid><title>&lt;img src=x onerror=alert(1)&gt;Wall</title><link>javascript:alert(1)</link><description>&lt;script&gt;alert(2)&lt;/script&gt;&lt;p onclick='x()'&gt;The wall held.&lt;/p&gt;</description></item></channel></rss>", "text/xml");

        var outcome = await _reader.SubscribeAsync(Url);

        Assert.DoesNotContain(outcome.Feed.Title, char.IsControl);
        Assert.DoesNotContain("<", outcome.Feed.Title, StringComparison.Ordinal);
        var article = Assert.Single(_reader.Articles());
        Assert.Equal(("Wall", "The wall held.", ""), (article.Title, article.Text, article.Url));
    }

    private static string Item(string title, string text, string id = "1", string link = "/wall", string date = "") =>
        $"<item><title>{title}</title>{(id.Length > 0 ? $"<guid isPermaLink=\"false\">{id}</guid>" : "")}<link>{link.Replace("&", "&amp;", StringComparison.Ordinal)}</link>{(date.Length > 0 ? $"<pubDate>{date}</pubDate>" : "")}<description>{text}</description></item>";
}
