using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using BriefingBot.Articles.Formats;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.Feeds;

/// <summary>Fetches feeds: ask for what is new, read it, read the pages of new items, say when to ask again. Stores nothing.</summary>
public sealed class FeedFetcher(WebFetcher web, FeedItemReader reader, FeedSchedule schedule)
{
    /// <summary>Feeds fetched at a time.</summary>
    private const int Parallel = 4;

    /// <summary>Fetches several feeds and hands each over as it is done. One that fails does not stop the others.</summary>
    /// <param name="known">The items of a feed so far.</param>
    public async IAsyncEnumerable<FeedUpdate> FetchAsync(
        IReadOnlyList<Feed> feeds, Func<string, IReadOnlyList<KnownItem>> known, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var room = new SemaphoreSlim(Parallel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var fetches = feeds.Select(FetchInTurnAsync).ToList();
        try
        {
            await foreach (var fetched in Task.WhenEach(fetches).WithCancellation(cancellation)) yield return await fetched;
        }
        finally
        {
            // Whoever takes them may have had enough of it.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(fetches)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<FeedUpdate> FetchInTurnAsync(Feed feed)
        {
            await room.WaitAsync(stop.Token);
            try
            {
                return await FetchAsync(feed, known(feed.Url), stop.Token);
            }
            finally
            {
                room.Release();
            }
        }
    }

    /// <summary>Only cancellation throws.</summary>
    public async Task<FeedUpdate> FetchAsync(Feed feed, IReadOnlyList<KnownItem> known, CancellationToken cancellation)
    {
        try
        {
            return await web.GetAsync(new Uri(feed.Url), Wanted.Feed, feed.Validators, null, cancellation) switch
            {
                FetchResult.Fetched fetched => await ReadAsync(feed, fetched, known, cancellation),
                FetchResult.Failed { IsGone: true } => new FeedUpdate(feed, [], [], IsGone: true),
                FetchResult.Failed failed => Failed(feed, failed.Reason, failed.WaitAtLeast),
                var unchanged => new FeedUpdate(schedule.Succeeded(feed, unchanged.WaitAtLeast), [], []),
            };
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is not OutOfMemoryException)
        {
            // What a parser throws at a hostile feed is that feed's problem.
            return Failed(feed, $"cannot be read: {PlainText.Shortened(e.Message, 200)}", null);
        }
    }

    private async Task<FeedUpdate> ReadAsync(Feed feed, FetchResult.Fetched fetched, IReadOnlyList<KnownItem> known, CancellationToken cancellation)
    {
        FeedDocument document;
        try
        {
            document = FeedDocument.Read(fetched);
        }
        catch (UnreadableFileException e)
        {
            return Failed(feed, e.Line is { } line ? $"{e.Message} (line {line})" : e.Message, null);
        }

        var read = await reader.ReadAsync(feed, document.Items, new KnownItems(known, document.Items.Select(i => i.ItemId)), cancellation);
        var state = feed with
        {
            Title = PlainText.Shortened(document.Title, 200),
            MinutesToLive = document.MinutesToLive ?? 0,
            // Where pages are still to be read, the whole feed is needed again.
            Validators = read.IsComplete ? fetched.Validators : Validators.None,
        };
        return new FeedUpdate(schedule.Succeeded(state, fetched.WaitAtLeast), read.Items, read.Problems);
    }

    private FeedUpdate Failed(Feed feed, string reason, TimeSpan? retryAfter) =>
        new(schedule.Failed(feed, reason, retryAfter), [], [new ReadProblem(feed.Url, null, reason)]);
}
