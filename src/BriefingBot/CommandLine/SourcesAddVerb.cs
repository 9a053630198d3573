using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.CommandLine;

/// <summary>Subscribes to a feed and takes up its articles.</summary>
internal sealed class SourcesAddVerb : Verb
{
    private readonly Argument<string> _url = new("URL") { Description = "The address of an RSS or Atom feed" };

    private readonly Option<string> _collection = new("--collection")
    {
        Description = "The collection of its articles",
        HelpName = "NAME",
        DefaultValueFactory = _ => Article.DefaultCollection,
    };

    public SourcesAddVerb()
        : base("add", "Subscribe to a feed: fetch it now, and from then on with 'index' and 'run'.", "sources add https://example.org/feed.xml --collection politics")
    {
        Add(_url);
        Add(_collection);
        Add(CommonOptions.Json);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var feed = Wanted(session);
        if (session.Get<IFeedLibrary>().Feeds().Any(f => f.Url == feed.Url)) throw new UsageException($"{feed.Url} is subscribed to already; to put it into another collection, remove it with --withdraw first.");
        if (session.Get<FeedsOptions>().Warning is { } warning) session.Output.Note(warning);

        var update = await session.Get<FeedFetcher>().FetchAsync(feed, [], cancellation);
        if (update.IsGone || update.Feed.Failures > 0)
        {
            session.Output.Fail(new Failure(ExitCode.Problems, $"Not subscribed: {feed.Url} {(update.IsGone ? "answered 410 Gone" : update.Feed.Error)}."));
            return ExitCode.Problems;
        }

        var outcome = await session.SubscribeAsync(update, cancellation);
        Print(session, outcome);
        return outcome.Problems.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    private Feed Wanted(Session session)
    {
        try
        {
            var address = session.Get<AddressRules>().Parse(session.Arguments.GetValue(_url)!);
            var collection = session.Arguments.GetValue(_collection)!.Trim();
            var now = session.Get<TimeProvider>().GetUtcNow();
            return new Feed { Url = address.AbsoluteUri.Split('#')[0], Collection = collection.Length > 0 ? collection : Article.DefaultCollection, Added = now, Due = now };
        }
        catch (FetchRefusedException e)
        {
            throw new UsageException($"The address {e.Message}.");
        }
    }

    private static void Print(Session session, FeedOutcome outcome)
    {
        if (session.Output.Json)
        {
            session.Output.Write(new SubscribedJson(FeedJson.Of(outcome.Feed with { Articles = outcome.Added }), outcome.Added, [.. outcome.Problems.Select(ProblemJson.Of)]), json => json.SubscribedJson);
            return;
        }

        session.Output.Result.Line($"Subscribed to {(outcome.Feed.Title.Length > 0 ? outcome.Feed.Title : outcome.Feed.Url)}: {outcome.Added} new articles in the collection {outcome.Feed.Collection}.");
        foreach (var problem in outcome.Problems) session.Output.Note(problem.ToString());
    }
}
