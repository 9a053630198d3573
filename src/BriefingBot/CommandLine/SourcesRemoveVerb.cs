using System.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Feeds;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine;

/// <summary>Ends the subscription to a feed.</summary>
internal sealed class SourcesRemoveVerb : Verb
{
    private readonly Argument<string> _url = new("URL") { Description = "The feed's address, as 'sources list' shows it" };
    private readonly Option<bool> _withdraw = new("--withdraw") { Description = "Withdraw the articles that came from it, too; else they stay" };

    public SourcesRemoveVerb()
        : base("remove", "Unsubscribe from a feed. Its articles stay, unless they are withdrawn.", "sources remove https://example.org/feed.xml", "sources remove https://example.org/feed.xml --withdraw")
    {
        Add(_url);
        Add(_withdraw);
        Add(CommonOptions.Json);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var url = session.Arguments.GetValue(_url)!.Trim();
        // As it was written down when it was added.
        if (Uri.TryCreate(url, UriKind.Absolute, out var address)) url = address.AbsoluteUri.Split('#')[0];
        using var turn = await WritingTurn.BeginAsync(session, TimeSpan.Zero, cancellation);
        var withdrawn = turn.Get<FeedIntake>().Remove(url, session.Arguments.GetValue(_withdraw))
            ?? throw new UsageException($"There is no feed '{url}'; 'sources list' shows all.");
        if (withdrawn > 0) await turn.Get<IndexingPipeline>().TakeUpStoredAsync(cancellation);
        if (session.Output.Json) session.Output.Write(new UnsubscribedJson(url, withdrawn), json => json.UnsubscribedJson);
        else session.Output.Result.Line($"Unsubscribed from {url}; {(withdrawn > 0 ? $"{withdrawn} articles are withdrawn" : "its articles stay")}.");
        return ExitCode.Done;
    }
}
