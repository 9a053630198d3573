using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;

namespace BriefingBot.CommandLine;

/// <summary>The subscribed feeds; alone it lists them.</summary>
internal sealed class SourcesVerb : Verb
{
    public SourcesVerb()
        : base("sources", "Subscribe to RSS and Atom feeds, list and drop them.", "sources add https://example.org/feed.xml --collection politics", "sources list", "sources remove https://example.org/feed.xml")
    {
        Add(new SourcesAddVerb());
        Add(new SourcesListVerb());
        Add(new SourcesRemoveVerb());
        Add(CommonOptions.Json);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => Task.FromResult(SourcesListVerb.List(session));
}

/// <summary>Lists the subscribed feeds, and says which of them fail.</summary>
internal sealed class SourcesListVerb : Verb
{
    public SourcesListVerb()
        : base("list", "List the subscribed feeds with their articles, and why a feed fails.", "sources list", "sources list --json") => Add(CommonOptions.Json);

    public static int List(Session session)
    {
        IReadOnlyList<FeedJson> feeds = [.. session.Get<IFeedLibrary>().Feeds().Select(FeedJson.Of)];
        if (session.Output.Json) session.Output.Write(feeds, json => json.IReadOnlyListFeedJson);
        else Print(session, feeds);
        return ExitCode.Done;
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => Task.FromResult(List(session));

    private static void Print(Session session, IReadOnlyList<FeedJson> feeds)
    {
        var console = session.Output.Result;
        if (feeds.Count == 0) console.Line("No feeds yet: 'sources add URL' subscribes to one.");
        foreach (var feed in feeds)
        {
            console.Line(feed.Url);
            console.Line(feed.Summary(), Styles.Dim, indent: 2);
            if (feed.Failures > 0) console.Line(feed.Failure(), Styles.Warning, indent: 2);
        }
    }
}
