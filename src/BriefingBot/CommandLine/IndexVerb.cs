using System.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine;

/// <summary>Reads articles into the data folder.</summary>
internal sealed class IndexVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files or folders to index and to keep up to date from then on. Without any: those indexed before, or the configured ones",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "First make the search index again from the stored articles" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Then go on and take up changes as they happen, until Ctrl+C" };

    public IndexVerb()
        : base(
            "index",
            "Read articles (txt, md, html, pdf, jsonl, RSS and Atom files) and make them searchable; what is gone from a folder is withdrawn. Subscribed feeds are fetched, too.",
            "index ~/briefings",
            "index",
            "index --rebuild",
            "index ~/briefings --watch")
    {
        Add(_paths);
        Add(_rebuild);
        Add(_watch);
        Add(CommonOptions.Json);
        Validators.Add(result =>
        {
            if (result.GetValue(_watch) && result.GetValue(CommonOptions.Json)) result.AddError("--watch never ends, so it cannot print one JSON document; leave out one of the two.");
        });
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var paths = session.Arguments.GetValue(_paths) ?? [];
        if (Array.Find(paths, path => !Path.Exists(path)) is { } missing) throw new UsageException($"There is no file or folder '{missing}'.");

        session.AnnounceFeeds();
        var feeds = await session.FetchFeedsAsync(feed => feed.MayBeAsked(session.Get<TimeProvider>().GetUtcNow()), cancellation);
        var rebuild = session.Arguments.GetValue(_rebuild);
        var report = await IndexingProgressView.ShowAsync(
            session.Output.Notes, session.Get<TimeProvider>(), progress => session.IndexAsync(paths, IndexingMode.Full, rebuild, TimeSpan.Zero, progress, cancellation));
        report = feeds.AddTo(report);
        if (session.Output.Json) session.Output.Write(IndexingJson.Of(report), json => json.IndexingJson);
        else session.Output.Result.Print(report);
        if (session.Arguments.GetValue(_watch)) await WatchAsync(session, cancellation);
        return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    /// <summary>Folders and feeds; if one cannot be watched, the other is left, too, and the reason told.</summary>
    private static async Task WatchAsync(Session session, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] watching = [session.WatchAsync(() => { }, stopping.Token), session.WatchFeedsAsync(() => { }, stopping.Token)];
        await Task.WhenAny(watching);
        await stopping.CancelAsync();
        await Task.WhenAll(watching);
    }
}
