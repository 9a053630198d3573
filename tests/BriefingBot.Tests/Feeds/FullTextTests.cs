using BriefingBot.Feeds;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Feeds;

public sealed class FullTextTests : IAsyncLifetime
{
    private static readonly string Story = string.Concat(Enumerable.Range(1, 12).Select(n =>
        $"<p>On day {n} of the repairs, the harbour board of Port Velmar said, workers set stone {n * 7} into the storm wall, while the ferry Solveig waited outside, and the town went on with its winter.</p>"));

    private WebSite _site = null!;
    private FeedReader _reader = null!;

    private string Url => $"{_site.Url}/feed";

    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _reader = new FeedReader(_site);
        _site.PutFeed("/feed", "<item><guid>1</guid><title>Wall repaired</title><link>/wall</link><description>Repairs are done.</description></item>");
        _site.Put("/wall", Page(Story));
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_summary_is_completed_from_the_items_page_once()
    {
        await _reader.SubscribeAsync(Url);
        await _reader.RunAsync();

        var article = Assert.Single(_reader.Articles());
        Assert.Contains("stone 84 into the storm wall", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read also", article.Text, StringComparison.Ordinal);
        Assert.Equal(("Wall repaired", "Harbour Wire", "2021-03-01", "Ada Lindqvist"), (article.Title, article.Source, article.Published!.ToString(), article.Author));
        Assert.Equal(["/feed", "/robots.txt", "/wall", "/feed"], _site.Paths);
    }

    [Fact]
    public async Task A_feed_with_whole_texts_or_the_setting_off_leaves_pages_alone()
    {
        _site.PutFeed("/whole", $"<item><guid>2</guid><link>/wall</link><content:encoded><![CDATA[<p>The whole of it.</p>]]></content:encoded></item><item><guid>3</guid><link>/wall3</link><description><![CDATA[{Story}]]></description></item>");
        await _reader.SubscribeAsync($"{_site.Url}/whole");
        using var off = new FeedReader(_site, new FeedsOptions { FullText = false });
        await off.SubscribeAsync(Url);

        Assert.Equal(["/whole", "/feed"], _site.Paths);
        Assert.Equal("Repairs are done.", off.Articles()[0].Text);
    }

    [Fact]
    public async Task A_page_that_robots_may_not_read_is_not_read()
    {
        _site.Put("/robots.txt", "User-agent: BriefingBot\nDisallow: /wall", "text/plain");

        var outcome = await _reader.SubscribeAsync(Url);

        Assert.Equal("Repairs are done.", Assert.Single(_reader.Articles()).Text);
        Assert.Contains($"{_site.Url}/wall may not be read by programs", Assert.Single(outcome.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(["/feed", "/robots.txt"], _site.Paths);
        Assert.Empty((await _reader.RunAsync())[0].Problems);
    }

    [Theory]
    [InlineData("/hidden")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    public async Task A_page_that_redirects_to_where_it_must_not_lead_is_not_followed(string target)
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /hidden", "text/plain");
        _site.PutStatus("/wall", 302, "Location", target);

        await _reader.SubscribeAsync(Url);

        Assert.Equal("Repairs are done.", Assert.Single(_reader.Articles()).Text);
        Assert.Equal(["/feed", "/robots.txt", "/wall"], _site.Paths);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_for_now_is_asked_for_again_and_then_given_up()
    {
        _site.PutStatus("/wall", 503);
        await _reader.SubscribeAsync(Url);
        Assert.Equal("Repairs are done.", Assert.Single(_reader.Articles()).Text);

        for (var run = 0; run < 4; run++) await _reader.RunAsync();

        Assert.Equal(FeedItemReader.MostPageTries, _site.Paths.Count(p => p == "/wall"));
        Assert.Single(_reader.Articles());
    }

    [Fact]
    public async Task A_page_that_is_back_makes_the_summary_a_whole_article()
    {
        _site.PutStatus("/wall", 503);
        await _reader.SubscribeAsync(Url);
        _site.Put("/wall", Page(Story));

        var outcome = Assert.Single(await _reader.RunAsync());

        Assert.Equal((0, 1), (outcome.Added, outcome.Changed));
        Assert.Contains("stone 84", Assert.Single(_reader.Articles()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(404)]
    public async Task A_summary_in_other_words_does_not_take_the_place_of_the_whole_text(int status)
    {
        await _reader.SubscribeAsync(Url);
        _site.PutStatus("/wall", status);
        _site.PutFeed("/feed", "<item><guid>1</guid><title>Wall repaired</title><link>/wall</link><description>All repairs are done.</description></item>");

        for (var run = 0; run < 5; run++) Assert.Equal((0, 0, 1), (await _reader.RunAsync()) is [var outcome] ? (outcome.Added, outcome.Changed, outcome.Unchanged) : default);

        Assert.Contains("stone 84", Assert.Single(_reader.Articles()).Text, StringComparison.Ordinal);
        Assert.Equal(status == 503 ? 1 + FeedItemReader.MostPageTries : 2, _site.Paths.Count(p => p == "/wall"));
    }

    [Fact]
    public async Task As_long_as_pages_are_to_be_read_the_whole_feed_is_asked_for()
    {
        _site.PutStatus("/wall", 503);
        _site.Put("/feed", context =>
        {
            (context.Response.ContentType, context.Response.Headers.ETag) = ("text/xml", "\"1\"");
            return context.Response.WriteAsync("<rss><channel><item><guid>1</guid><link>/wall</link><description>Repairs are done.</description></item></channel></rss>");
        });

        await _reader.SubscribeAsync(Url);
        Assert.Null(_reader.Feeds()[0].Validators.ETag);

        _site.Put("/wall", Page(Story));
        await _reader.RunAsync();
        Assert.Equal("\"1\"", _reader.Feeds()[0].Validators.ETag);
    }

    [Fact]
    public async Task Of_a_long_feed_some_pages_are_read_each_time()
    {
        var items = Enumerable.Range(1, FeedItemReader.MostPages + 5).ToList();
        foreach (var n in items) _site.Put($"/wall{n}", Page(Story.Replace("storm wall", $"storm wall {n}", StringComparison.Ordinal)));
        _site.PutFeed("/feed", string.Concat(items.Select(n => $"<item><guid>{n}</guid><title>Wall {n}</title><link>/wall{n}</link><description>Repairs are done at wall {n}.</description></item>")));

        Assert.Equal(items.Count, (await _reader.SubscribeAsync(Url)).Added);
        Assert.Equal(5, _reader.Articles().Count(a => a.Text.StartsWith("Repairs", StringComparison.Ordinal)));

        Assert.Equal((0, 5), (await _reader.RunAsync()) is [var second] ? (second.Added, second.Changed) : default);
        Assert.DoesNotContain(_reader.Articles(), a => a.Text.StartsWith("Repairs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    public async Task A_page_of_another_type_leaves_the_summary(string type)
    {
        _site.Put("/wall", Story, type);

        await _reader.SubscribeAsync(Url);

        Assert.Equal("Repairs are done.", Assert.Single(_reader.Articles()).Text);
    }

    [Fact]
    public async Task An_item_with_nothing_but_a_headline_gets_its_text_from_the_page()
    {
        _site.PutFeed("/feed", "<item><guid>1</guid><title>Wall repaired</title><link>/wall</link></item><item><guid>2</guid><title>Nothing</title></item>");

        var outcome = await _reader.SubscribeAsync(Url);

        Assert.Contains("stone 84", Assert.Single(_reader.Articles()).Text, StringComparison.Ordinal);
        Assert.Equal("has no text", Assert.Single(outcome.Problems).Reason);
    }

    private static string Page(string story) => $"""
        <!DOCTYPE html><html><head><title>Wall</title><meta name="author" content="Ada Lindqvist"><meta property="article:published_time" content="2021-03-01"></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Wall repaired</h1>{story}</article>
        <aside class="related-stories"><p>Read also: all about ferries and what they cost this year.</p></aside><script>alert(1)</script></body></html>
        """;
}
