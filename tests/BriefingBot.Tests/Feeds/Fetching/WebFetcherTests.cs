using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Feeds.Fetching;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private readonly ObservedTime _time = new();
    private WebSite _site = null!;
    private WebFetcher _web = null!;
    private int _lookups;
    private Func<string, IPAddress[]> _resolve = host => throw new InvalidOperationException($"The test asked for '{host}'.");

    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _web = Fetcher(0);
    }

    public async ValueTask DisposeAsync()
    {
        _web.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_document_comes_with_what_is_needed_to_ask_for_a_newer_one()
    {
        _site.Put("/feed", async context =>
        {
            (context.Response.ContentType, context.Response.Headers.ETag, context.Response.Headers.LastModified) = ("application/rss+xml; charset=\"iso-8859-1\"", "W/\"v1\"", "Thu, 01 Oct 2020 09:30:00 GMT");
            context.Response.Headers.CacheControl = "public, max-age=7200";
            await context.Response.WriteAsync("<rss/>");
        });

        var fetched = Assert.IsType<FetchResult.Fetched>(await GetAsync("/feed"));

        Assert.Equal("<rss/>"u8, fetched.Body);
        Assert.Equal(("iso-8859-1", TimeSpan.FromHours(2)), (fetched.Charset, fetched.WaitAtLeast));
        Assert.Equal(new Validators("W/\"v1\"", "Thu, 01 Oct 2020 09:30:00 GMT"), fetched.Validators);
        Assert.Matches(@"^BriefingBot/\d+\.\d+\.\d+ \(\+https://", _site.LastHeaders.UserAgent.ToString());

        _site.PutStatus("/feed", 304, "Cache-Control", "max-age=60");
        Assert.Equal(new FetchResult.NotModified(TimeSpan.FromMinutes(1)), await GetAsync("/feed", known: fetched.Validators));
        Assert.Equal(("W/\"v1\"", "Thu, 01 Oct 2020 09:30:00 GMT"), (_site.LastHeaders.IfNoneMatch.ToString(), _site.LastHeaders.IfModifiedSince.ToString()));
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(500, true)]
    [InlineData(429, true)]
    public async Task A_refusal_says_its_status_and_whether_it_may_pass(int status, bool transient)
    {
        _site.PutStatus("/feed", status, "Retry-After", "120");

        var failed = Assert.IsType<FetchResult.Failed>(await GetAsync("/feed"));

        Assert.Equal((status, transient, status == 410, TimeSpan.FromMinutes(2)), (failed.Status, failed.IsTransient, failed.IsGone, failed.WaitAtLeast));
        Assert.StartsWith($"answered {status}", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 05 Jan 2026 13:00:00 GMT", 3600)]
    [InlineData("Mon, 05 Jan 2015 13:00:00 GMT", 0)]
    [InlineData("999999999", 86400)]
    public async Task Retry_After_may_be_a_date_and_is_not_believed_without_bound(string value, int seconds)
    {
        _site.PutStatus("/feed", 503, "Retry-After", value);

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await GetAsync("/feed")).WaitAtLeast);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_end_and_not_for_ever()
    {
        _site.PutStatus("/old", 301, "Location", "/older");
        _site.PutStatus("/older", 307, "Location", "new?x=1");
        _site.Put("/new?x=1", "<rss/>", "text/xml");
        _site.PutStatus("/round", 302, "Location", "/round");

        Assert.Equal($"{_site.Url}/new?x=1", Assert.IsType<FetchResult.Fetched>(await GetAsync("/old")).Address.AbsoluteUri);
        Assert.Contains("more than 5 times", Assert.IsType<FetchResult.Failed>(await GetAsync("/round")).Reason, StringComparison.Ordinal);
        Assert.Equal(WebFetcher.MostRedirects + 1, _site.Paths.Count(p => p == "/round"));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "leads to 127.0.0.1")]
    [InlineData("http://169.254.169.254/latest/", "leads to 169.254.169.254")]
    [InlineData("http://[::1]/", "leads to ::1")]
    [InlineData("http://2130706433/", "leads to 127.0.0.1")]
    [InlineData("http://inner.test/", "leads to 10.0.0.7")]
    [InlineData("http://me:secret@inner.test/", "user name or password")]
    [InlineData("http://inner.test:6379/", "port 6379")]
    [InlineData("file:///etc/passwd", "not an http")]
    [InlineData("gopher://inner.test/", "not an http")]
    public async Task A_redirect_is_judged_like_the_first_address(string target, string reason)
    {
        _resolve = _ => [IPAddress.Parse("10.0.0.7")];
        _site.PutStatus("/feed", 302, "Location", target);

        var failed = Assert.IsType<FetchResult.Failed>(await GetAsync("/feed"));

        Assert.Contains(reason, failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(["/feed"], _site.Paths);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_the_address_that_was_judged_is_connected_to()
    {
        var port = new Uri(_site.Url).Port;
        _resolve = host => host == "feeds.test" && _lookups == 1 ? [IPAddress.Loopback] : throw new InvalidOperationException("A second lookup.");
        _site.Put("/feed", "<rss/>", "text/xml");

        var address = new Uri($"http://feeds.test:{port}/feed");
        Assert.IsType<FetchResult.Fetched>(await _web.GetAsync(address, Wanted.Feed, Validators.None, null, CancellationToken.None));
        Assert.Equal(1, _lookups);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_next_time_is_judged_again()
    {
        // What a rebinding name server does between a check and the connection.
        _resolve = _ => _lookups == 1 ? throw new SocketException((int)SocketError.HostNotFound) : [IPAddress.Loopback];
        var address = new Uri("http://rebinding.test/");

        var first = Assert.IsType<FetchResult.Failed>(await _web.GetAsync(address, Wanted.Feed, Validators.None, null, CancellationToken.None));
        var second = Assert.IsType<FetchResult.Failed>(await _web.GetAsync(address, Wanted.Feed, Validators.None, null, CancellationToken.None));

        Assert.True(first.IsTransient);
        Assert.Contains("leads to 127.0.0.1", second.Reason, StringComparison.Ordinal);
        Assert.Empty(_site.Paths);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_passed_by()
    {
        using var handler = new GuardedConnections(new AddressRules(new FeedsOptions()), GuardedConnections.ResolveBySystemAsync).CreateHandler();

        Assert.False(handler.UseProxy);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_body_without_end_is_left_off()
    {
        var hungUp = new TaskCompletionSource();
        _site.Put("/feed", async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            context.Response.ContentType = "text/xml";
            var block = new byte[64 * 1024];
            while (true) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        Assert.Contains("longer than 10240 KB", Assert.IsType<FetchResult.Failed>(await GetAsync("/feed")).Reason, StringComparison.Ordinal);
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_decompression_bomb_is_left_off(string encoding)
    {
        var bomb = Bomb(encoding);
        Assert.True(bomb.Length < 1024 * 1024);
        _site.Put("/feed", async context =>
        {
            (context.Response.ContentType, context.Response.Headers.ContentEncoding) = ("text/xml", encoding);
            await context.Response.Body.WriteAsync(bomb);
        });

        Assert.Contains("longer than 10240 KB", Assert.IsType<FetchResult.Failed>(await GetAsync("/feed")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_in_time()
    {
        var dripping = new TaskCompletionSource();
        _site.Put("/feed", async context =>
        {
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync("<");
            await context.Response.Body.FlushAsync();
            dripping.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var asking = GetAsync("/feed");
        await dripping.Task;
        _time.Advance(TimeSpan.FromSeconds(30));

        var failed = Assert.IsType<FetchResult.Failed>(await asking);
        Assert.Equal(("did not answer completely within 30 seconds", true), (failed.Reason, failed.IsTransient));
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_feed()
    {
        using var stop = new CancellationTokenSource();
        _site.Put("/feed", async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _web.GetAsync(new Uri($"{_site.Url}/feed"), Wanted.Feed, Validators.None, null, stop.Token));
    }

    [Theory]
    [InlineData("image/png", "is image/png, not a feed")]
    [InlineData("application/json", "is application/json, not a feed")]
    [InlineData("application/pdf", "is application/pdf, not a feed")]
    public async Task What_says_that_it_is_something_else_is_not_read(string type, string reason)
    {
        _site.Put("/feed", "<rss/>", type);

        Assert.Equal(reason, Assert.IsType<FetchResult.Failed>(await GetAsync("/feed")).Reason);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_failure_that_may_pass()
    {
        _site.Put("/feed", async context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = ("text/xml", 1000);
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.True(Assert.IsType<FetchResult.Failed>(await GetAsync("/feed")).IsTransient);
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_with_a_pause_between()
    {
        using var web = Fetcher(delay: 5);
        var (open, most) = (0, 0);
        _site.Put("/feed", async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync("<rss/>");
            Interlocked.Decrement(ref open);
        });

        var address = new Uri($"{_site.Url}/feed");
        var asking = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => web.GetAsync(address, Wanted.Feed, Validators.None, null, CancellationToken.None)));
        await _time.PassAsync(4.9, 5);
        await _time.PassAsync(4.9, 5);

        Assert.All(await asking, result => Assert.IsType<FetchResult.Fetched>(result));
        Assert.Equal(1, most);
    }

    private WebFetcher Fetcher(int delay) => new(
        new FeedsOptions { DelaySeconds = delay, AllowHosts = [_site.Host, $"feeds.test:{new Uri(_site.Url).Port}"] },
        (host, _) =>
        {
            _lookups++;
            return Task.FromResult(_resolve(host));
        },
        _time);

    private Task<FetchResult> GetAsync(string path, Validators? known = null) =>
        _web.GetAsync(new Uri(_site.Url + path), Wanted.Feed, known ?? Validators.None, null, CancellationToken.None);

    /// <summary>64 MB of blanks.</summary>
    private static byte[] Bomb(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            var blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 64; i++) packing.Write(blanks);
        }

        return packed.ToArray();
    }
}
