using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Looks at how the subscribed feeds fare, without fetching any.</summary>
internal static class FeedsCheck
{
    private const string Check = "Feeds";

    public static IEnumerable<Finding> Of(Session session)
    {
        if (session.Get<FeedsOptions>().Warning is { } warning) yield return Finding.Notice(Check, warning, "Leave it so only if you need it.");
        var feeds = session.Get<IFeedLibrary>().Feeds();
        var failing = feeds.Where(f => f.Failures > 0).Select(FeedJson.Of).ToList();
        if (feeds.Count > failing.Count) yield return Finding.Good(Check, $"{feeds.Count - failing.Count} of {feeds.Count} subscribed feeds were fetched without trouble.");
        foreach (var feed in failing)
        {
            yield return Finding.Problem(Check, $"{feed.Url} {feed.Failure()}.", "It is tried again by 'index' and 'run'; 'sources remove' drops it.", ExitCode.Problems);
        }
    }
}
