using System.Net;
using BriefingBot.Articles;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using BriefingBot.SqliteStore;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Feeds;

/// <summary>Fetches feeds of a site and stores them, as the program does, on the tests' clock.</summary>
internal sealed class FeedReader : IDisposable
{
    private readonly WebFetcher _web;
    private readonly FeedFetcher _fetcher;

    public FeedReader(WebSite site, FeedsOptions? options = null, TempDataFolder? data = null)
    {
        Data = data ?? new TempDataFolder();
        Options = (options ?? new FeedsOptions()) with { DelaySeconds = 0, AllowHosts = [site.Host] };
        _web = new WebFetcher(Options, (host, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(host)]), Data.Time);
        _fetcher = new FeedFetcher(_web, new FeedItemReader(_web, new Robots(_web, Data.Time), Options), new FeedSchedule(Options, Data.Time, new Random(1)));
    }

    public TempDataFolder Data { get; }

    public FeedsOptions Options { get; }

    public DateTimeOffset Now => Data.Time.GetUtcNow();

    /// <summary>Subscribes and stores the first articles.</summary>
    public async Task<FeedOutcome> SubscribeAsync(string url, string collection = Article.DefaultCollection)
    {
        var update = await _fetcher.FetchAsync(new Feed { Url = url, Collection = collection, Added = Now, Due = Now }, [], CancellationToken.None);
        using var store = Data.OpenStore();
        return new FeedIntake(store, Data.Time).Take(update, subscribes: true);
    }

    /// <summary>Fetches every feed without storing.</summary>
    public async Task<List<FeedUpdate>> FetchAsync()
    {
        var library = new SqliteFeedLibrary(Data.Folder, Data.Time);
        return await _fetcher.FetchAsync(library.Feeds(), library.ItemsOf, CancellationToken.None).ToListAsync();
    }

    /// <summary>Fetches and stores every feed, in the order of their addresses.</summary>
    public async Task<List<FeedOutcome>> RunAsync()
    {
        var updates = await FetchAsync();
        using var store = Data.OpenStore();
        var intake = new FeedIntake(store, Data.Time);
        return [.. updates.OrderBy(u => u.Feed.Url, StringComparer.Ordinal).Select(update => intake.Take(update))];
    }

    public IReadOnlyList<Feed> Feeds() => new SqliteFeedLibrary(Data.Folder, Data.Time).Feeds();

    /// <summary>The stored articles in the order of their ids.</summary>
    public List<Article> Articles()
    {
        using var store = Data.OpenStore();
        return [.. store.ChangesAfter(0, CancellationToken.None).Where(c => c.Article is not null).Select(c => c.Article!).OrderBy(a => a.Id.Value, StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        _web.Dispose();
        Data.Dispose();
    }
}
