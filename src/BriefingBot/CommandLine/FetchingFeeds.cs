using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine;

/// <summary>Fetches subscribed feeds and stores what they bring. Nothing is locked while the network is waited for.</summary>
internal static class FetchingFeeds
{
    /// <summary>What was fetched took a while; it is not thrown away because another process writes just now.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Says before the first fetch what there is to fetch, and which exceptions are configured.</summary>
    public static void AnnounceFeeds(this Session session)
    {
        var feeds = session.Get<IFeedLibrary>().Feeds().Count;
        if (feeds == 0) return;
        session.Output.Note($"{feeds} subscribed {(feeds == 1 ? "feed" : "feeds")}.");
        if (session.Get<FeedsOptions>().Warning is { } warning) session.Output.Note(warning);
    }

    /// <summary>Fetches some of the feeds. The next run of the pipeline takes their articles into the search index.</summary>
    public static async Task<IReadOnlyList<FeedOutcome>> FetchFeedsAsync(this Session session, Func<Feed, bool> which, CancellationToken cancellation)
    {
        var library = session.Get<IFeedLibrary>();
        var feeds = library.Feeds().Where(which).ToList();
        if (feeds.Count == 0) return [];
        var outcomes = new List<FeedOutcome>();
        await foreach (var update in session.Get<FeedFetcher>().FetchAsync(feeds, library.ItemsOf, cancellation))
        {
            using var turn = await WritingTurn.BeginAsync(session, Patience, cancellation);
            var outcome = turn.Get<FeedIntake>().Take(update);
            if (outcome.Note is { } note) session.Output.Note(note);
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    /// <summary>Stores a new feed with its first articles.</summary>
    public static async Task<FeedOutcome> SubscribeAsync(this Session session, FeedUpdate update, CancellationToken cancellation)
    {
        using var turn = await WritingTurn.BeginAsync(session, Patience, cancellation);
        var outcome = turn.Get<FeedIntake>().Take(update, subscribes: true);
        await turn.Get<IndexingPipeline>().TakeUpStoredAsync(cancellation);
        return outcome;
    }

    /// <summary>Fetches feeds as they come due, until cancelled.</summary>
    /// <param name="tookUp">Called after each round that changed something.</param>
    public static async Task WatchFeedsAsync(this Session session, Action tookUp, CancellationToken cancellation)
    {
        var time = session.Get<TimeProvider>();
        try
        {
            await new FeedWatch(token => TakeUpDueAsync(session, time, tookUp, token), failure => session.Output.Fail(Failure.Of(failure)), time).RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The way to end it.
        }
    }

    /// <summary>Adds what feeds brought to what folders brought.</summary>
    public static IndexingReport AddTo(this IReadOnlyList<FeedOutcome> feeds, IndexingReport report) => report with
    {
        Added = report.Added + feeds.Sum(f => f.Added),
        Changed = report.Changed + feeds.Sum(f => f.Changed),
        Unchanged = report.Unchanged + feeds.Sum(f => f.Unchanged),
        Passages = report.Passages + feeds.Sum(f => f.Passages),
        Problems = [.. report.Problems, .. feeds.SelectMany(f => f.Problems)],
    };

    private static async Task TakeUpDueAsync(Session session, TimeProvider time, Action tookUp, CancellationToken cancellation)
    {
        var outcomes = await session.FetchFeedsAsync(feed => feed.Due <= time.GetUtcNow(), cancellation);
        foreach (var problem in outcomes.SelectMany(o => o.Problems)) session.Output.Note(problem.ToString());
        var (added, changed) = (outcomes.Sum(o => o.Added), outcomes.Sum(o => o.Changed));
        if (added + changed == 0) return;
        using (var turn = await WritingTurn.BeginAsync(session, Patience, cancellation)) await turn.Get<IndexingPipeline>().TakeUpStoredAsync(cancellation);
        session.Output.Result.Line($"Took up {added} new and {changed} changed articles of feeds.");
        tookUp();
    }
}
