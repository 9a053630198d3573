using BriefingBot.SqliteStore;
using BriefingBot.Tests.Feeds;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class SourcesTests : IAsyncLifetime
{
    private readonly Newsroom _newsroom = new();
    private WebSite _site = null!;

    private string Url => $"{_site.Url}/feed";

    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _site.PutFeed("/feed", Item("1", "Bridge of Tarvik closed", "The bridge of Tarvik was closed on Tuesday."));
    }

    public async ValueTask DisposeAsync()
    {
        _newsroom.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_subscribed_feed_is_asked_about_kept_up_with_and_dropped()
    {
        var added = await RunAsync("sources", "add", Url, "--collection", "bridges");
        Assert.Equal((0, "Subscribed to Harbour Wire: 1 new articles in the collection bridges."), (added.ExitCode, added.Output.Trim()));
        Assert.Contains("Feeds:AllowHosts lets feeds reach private addresses", added.Error, StringComparison.Ordinal);
        Assert.Contains("The bridge of Tarvik was closed on Tuesday.", (await RunAsync("ask", "What happened to the bridge of Tarvik?")).Output, StringComparison.Ordinal);

        _site.PutFeed("/feed", Item("2", "Mill burnt", "The mill of Karlsund burnt on Friday."));
        var indexed = (await RunAsync("index", "--json")).Json;
        Assert.Equal((1, 0), (indexed.GetProperty("added").GetInt32(), indexed.GetProperty("withdrawn").GetInt32()));
        var articles = (await RunAsync("articles", "--json")).Json.EnumerateArray().Select(a => a.GetProperty("title").GetString()).Order();
        Assert.Equal(["Bridge of Tarvik closed", "Mill burnt"], articles);

        var feed = Assert.Single((await RunAsync("sources", "list", "--json")).Json.EnumerateArray());
        Assert.Equal((Url, "bridges", 2, 0), (feed.GetProperty("url").GetString(), feed.GetProperty("collection").GetString(), feed.GetProperty("articles").GetInt32(), feed.GetProperty("failures").GetInt32()));

        Assert.Equal(2, (await RunAsync("sources", "add", Url)).ExitCode);
        Assert.Contains("its articles stay", (await RunAsync("sources", "remove", Url)).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("sources", "remove", Url)).ExitCode);
        Assert.Contains("No feeds yet", (await RunAsync("sources")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("articles", "--json")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Folders_and_feeds_go_together_and_a_feeds_articles_can_be_withdrawn()
    {
        await RunAsync("index", "seeds");
        await RunAsync("sources", "add", Url);
        var report = (await RunAsync("index", "--json")).Json;
        Assert.Equal((0, 5), (report.GetProperty("withdrawn").GetInt32(), report.GetProperty("unchanged").GetInt32()));

        var removed = (await RunAsync("sources", "remove", Url, "--withdraw", "--json")).Json;

        Assert.Equal(1, removed.GetProperty("withdrawn").GetInt32());
        Assert.Equal(4, (await RunAsync("articles", "--json")).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_failing_feed_is_named_with_its_reason_by_index_list_and_doctor_and_the_others_go_on()
    {
        _site.PutFeed("/other", Item("9", "Ferry sails", "The ferry Solveig sails again."), "Ferry Wire");
        await RunAsync("sources", "add", Url);
        await RunAsync("sources", "add", $"{_site.Url}/other");
        _site.PutStatus("/feed", 503, "Retry-After", "3600");
        _site.PutFeed("/other", Item("10", "Ferry stops", "The ferry Solveig has stopped."), "Ferry Wire");

        var indexed = await RunAsync("index", "--json");

        Assert.Equal((1, 1), (indexed.ExitCode, indexed.Json.GetProperty("added").GetInt32()));
        var problem = Assert.Single(indexed.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal((Url, "answered 503 Service Unavailable"), (problem.GetProperty("file").GetString(), problem.GetProperty("reason").GetString()));
        Assert.Contains("failed 1×: answered 503 Service Unavailable", (await RunAsync("sources", "list")).Output, StringComparison.Ordinal);
        var doctor = await RunAsync("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains($"problem: Feeds: {Url} failed 1×", doctor.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);

        var asked = _site.Paths.Count(p => p == "/feed");
        Assert.Equal(0, (await RunAsync("index")).ExitCode);
        Assert.Equal(asked, _site.Paths.Count(p => p == "/feed"));
    }

    [Fact]
    public async Task The_service_takes_up_a_feed_that_is_due_beside_its_folders()
    {
        await RunAsync("index", "seeds");
        await RunAsync("sources", "add", Url);
        _site.PutFeed("/feed", Item("2", "Mill burnt", "The mill of Karlsund burnt on Friday."));
        using (var store = SqliteArticleStore.Open(_newsroom.Data, TimeProvider.System))
        using (var transaction = store.BeginFeeds())
        {
            transaction.PutFeed(store.Feeds()[0] with { Due = DateTimeOffset.UnixEpoch });
            transaction.Commit();
        }

        using var service = ProgramRun.Start(_newsroom.FullPath, ["run"], Environment);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            var said = new List<string>();
            while (await service.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.Contains("articles of feeds", StringComparison.Ordinal)) said.Add(line);

            Assert.Contains("subscribed feeds", said[0], StringComparison.Ordinal);
            Assert.Contains("The mill of Karlsund burnt on Friday.", (await RunAsync("ask", "What happened to the mill of Karlsund?")).Output, StringComparison.Ordinal);
        }
        finally
        {
            service.Kill();
        }

        var feed = Assert.Single((await RunAsync("sources", "list", "--json")).Json.EnumerateArray());
        Assert.Equal(2, feed.GetProperty("articles").GetInt32());
        Assert.Equal(6, (await RunAsync("articles", "--json")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_subscribed_to_that_is_no_feed_or_must_not_be_asked()
    {
        _site.Put("/page", "<!doctype html><html><head><link rel=alternate type=application/atom+xml href=/feed></head></html>");

        var page = await RunAsync("sources", "add", $"{_site.Url}/page");
        Assert.Equal((1, $"Not subscribed: {_site.Url}/page is a web page, not a feed; it names {Url} as its feed."), (page.ExitCode, Message(page)));
        Assert.Equal(1, (await RunAsync("sources", "add", $"{_site.Url}/nothing")).ExitCode);

        foreach (var (address, reason) in new[]
        {
            ("http://127.0.0.1/feed", "leads to 127.0.0.1, a loopback address"), ("http://169.254.169.254/", "a cloud's metadata service"), ("http://0x7f.1/", "leads to 127.0.0.1"),
            ("file:///etc/passwd", "not an http or https address"), ("http://me:secret@example.org/", "holds a user name or password"), ("nonsense", "not a web address"),
        })
        {
            var refused = await RunAsync("sources", "add", address);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
        }

        Assert.Empty((await RunAsync("sources", "list", "--json")).Json.EnumerateArray());
    }

    [Fact]
    public async Task Without_the_exception_loopback_is_not_asked_whatever_proxy_there_is()
    {
        var refused = await ProgramRun.OfAsync(_newsroom.FullPath, ["sources", "add", Url], environment: [("http_proxy", _site.Url), ("ALL_PROXY", _site.Url)]);
        Assert.Equal(2, refused.ExitCode);

        // A name is only looked up when it is asked; a proxy would look it up itself.
        var byName = await ProgramRun.OfAsync(_newsroom.FullPath, ["sources", "add", "http://localhost/feed"], environment: [("http_proxy", _site.Url), ("ALL_PROXY", _site.Url), ("HTTP_PROXY", _site.Url)]);
        Assert.Equal(1, byName.ExitCode);
        Assert.Contains("a loopback address", byName.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Paths);
    }

    private (string, string)[] Environment =>
        [("BRIEFINGBOT_Feeds__AllowHosts__0", _site.Host), ("BRIEFINGBOT_Feeds__DelaySeconds", "0"), ("BRIEFINGBOT_Feeds__FullText", "false")];

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync(_newsroom.FullPath, arguments, environment: Environment);

    /// <summary>The last message, without the breaks of its lines.</summary>
    private static string Message(ProgramRun run) => string.Join(' ', run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]).Trim();

    private static string Item(string id, string title, string text) =>
        $"<item><guid isPermaLink=\"false\">{id}</guid><title>{title}</title><link>/{id}</link><description>{text}</description></item>";
}
