using System.Net;
using System.Text;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using CsCheck;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Feeds.Fetching;

/// <summary>RFC 9309, https://www.rfc-editor.org/rfc/rfc9309.</summary>
public sealed class RobotsTests
{
    private const string Grouped = """
        # About robots
        User-agent: otherbot
        Disallow: /

        User-Agent: briefingbot/2.0
        User-agent: thirdbot
        Disallow: /private/   # not for programs
        Allow: /private/open/
        Sitemap: https://example.org/sitemap.xml
        Disallow: /*.pdf$
        Disallow: /search?q=
        Crawl-delay: 10

        User-agent: *
        Disallow: /for-others/

        User-agent: BriefingBot
        Disallow: /second-group/
        """;

    [Theory]
    [InlineData("/news/1", true)]
    [InlineData("/private/1", false)]
    [InlineData("/private/open/1", true)]
    [InlineData("/Private/1", true)]
    [InlineData("/a/b.pdf", false)]
    [InlineData("/a/b.pdf?x=1", true)]
    [InlineData("/search?q=harbour", false)]
    [InlineData("/search", true)]
    [InlineData("/for-others/1", true)]
    [InlineData("/second-group/1", false)]
    [InlineData("/robots.txt", true)]
    public void The_groups_that_name_us_are_taken_together_and_no_other(string path, bool allowed) => Assert.Equal(allowed, Allows(Grouped, path));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /*", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nDisallow: /*/b*c$", "/a/b-c", false)]
    [InlineData("User-agent: *\nDisallow: /*/b*c$", "/a/b-c/d", true)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café/1", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%c3%a9", false)]
    [InlineData("User-agent: *\nDisallow: /%7Eann/", "/~ann/", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("user-agent:*\r\nDISALLOW:/a", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("User-agent: BriefingBotX\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: BriefingBot\n\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: BriefingBot\nAllow: /\nUser-agent: *\nDisallow: /a", "/a", true)]
    [InlineData("<html><body>Not found</body></html>", "/a", true)]
    [InlineData("", "/a", true)]
    public void The_longest_rule_decides(string file, string path, bool allowed) => Assert.Equal(allowed, Allows(file, path));

    [Fact]
    public void Any_bytes_are_read_in_short_time() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var file = RobotsFile.Parse([.. "User-agent: *\nDisallow: "u8, .. bytes], "BriefingBot");
        _ = file.Allows(new Uri("https://example.org/a/b"));
    });

    [Fact]
    public void Many_wildcards_take_no_long_time()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", 10_000));

        Assert.True(Allows($"User-agent: *\nDisallow: /{stars}b", "/" + new string('a', 1_900)));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(410, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task What_is_not_there_forbids_nothing_and_what_cannot_be_had_forbids_everything(int status, bool allowed)
    {
        await using var site = await WebSite.StartAsync();
        site.PutStatus("/robots.txt", status);

        var refused = await WhyNotAsync(site, new ObservedTime());

        Assert.Equal(allowed, refused is null);
        Assert.True(refused?.IsTransient ?? true);
    }

    [Fact]
    public async Task The_file_is_asked_for_once_a_day_and_redirects_are_followed()
    {
        await using var site = await WebSite.StartAsync();
        var time = new ObservedTime();
        site.PutStatus("/robots.txt", 301, "Location", "/robots");
        site.Put("/robots", "User-agent: *\nDisallow: /private/", "text/plain");
        using var web = Fetcher(site, time);
        var robots = new Robots(web, time);

        Assert.Null(await robots.WhyNotAsync(new Uri($"{site.Url}/news"), CancellationToken.None));
        Assert.Equal($"may not be read by programs, says {site.Url}/robots.txt", (await robots.WhyNotAsync(new Uri($"{site.Url}/private/1"), CancellationToken.None))!.Reason);
        Assert.Equal(2, site.Paths.Count);

        time.Advance(TimeSpan.FromDays(1));
        await robots.WhyNotAsync(new Uri($"{site.Url}/news"), CancellationToken.None);
        Assert.Equal(4, site.Paths.Count);
    }

    [Fact]
    public async Task Of_a_file_that_is_too_long_the_start_counts()
    {
        await using var site = await WebSite.StartAsync();
        site.Put("/robots.txt", async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("User-agent: *\nDisallow: /private/\n" + new string('#', 600 * 1024) + "\nDisallow: /\n");
        });
        var time = new ObservedTime();
        using var web = Fetcher(site, time);
        var robots = new Robots(web, time);

        Assert.Null(await robots.WhyNotAsync(new Uri($"{site.Url}/news"), CancellationToken.None));
        Assert.NotNull(await robots.WhyNotAsync(new Uri($"{site.Url}/private/1"), CancellationToken.None));
    }

    private static async Task<FetchResult.Failed?> WhyNotAsync(WebSite site, TimeProvider time)
    {
        using var web = Fetcher(site, time);
        return await new Robots(web, time).WhyNotAsync(new Uri($"{site.Url}/news"), CancellationToken.None);
    }

    private static WebFetcher Fetcher(WebSite site, TimeProvider time) =>
        new(new FeedsOptions { DelaySeconds = 0, AllowHosts = [site.Host] }, (host, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(host)]), time);

    private static bool Allows(string file, string path) => RobotsFile.Parse(Encoding.UTF8.GetBytes(file), "BriefingBot").Allows(new Uri($"https://example.org{path}"));
}
