using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Chat.Working;
using BriefingBot.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.SqliteStore.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// The hosted service. Adapters take messages into the inbox from the first moment on; the worker answers them as soon as
/// the index has taken up what is new.
/// </summary>
internal sealed class BriefingService(Session session, IEnumerable<IChatAdapter> platforms)
{
    /// <summary>Two that start at once take turns; a long first run of another one is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<SupervisedAdapter> _adapters = [.. platforms.Select(p => new SupervisedAdapter(p, session.Output.Note, session.Get<TimeProvider>()))];

    /// <summary>Runs until cancelled; one of <see cref="ExitCode"/>.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var web = await StartWebAsync(cancellation);
        Say(web);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // If the index or the worker cannot go on, or no adapter is left, the others are stopped in good order and the reason is told.
            await Task.WhenAll(ThenStopAsync(AnswerAsync(stopping), stopping), ThenStopAsync(ConnectAsync(stopping.Token), stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The way to end it.
        }

        if (web is not null) await web.StopAsync(CancellationToken.None);
        return cancellation.IsCancellationRequested ? ExitCode.Done : ExitCode.Problems;
    }

    private async Task<WebApplication?> StartWebAsync(CancellationToken cancellation)
    {
        var options = session.Get<WebOptions>();
        return options.Listen.Length == 0 ? null : await WebServer.StartAsync(options, _adapters, session.Get<LanguageModelHealth>(), session.Get<ILoggerFactory>(), cancellation);
    }

    private void Say(WebApplication? web)
    {
        var console = session.Output.Result;
        console.Line("Index: on; it keeps up with the indexed folders and subscribed feeds.");
        session.AnnounceFeeds();
        foreach (var adapter in _adapters) console.Line(adapter.Statement);
        console.Line(web is null ? $"Web: off; {WebOptions.ListenKey} turns it on." : $"Web: on at {string.Join(", ", web.Urls)}, health at {WebServer.HealthPath}.");
    }

    /// <summary>The index first, then the answers that rest on it.</summary>
    private async Task AnswerAsync(CancellationTokenSource stopping)
    {
        await session.RefreshAsync(Patience, stopping.Token);
        var worker = session.Get<ChatWorker>();
        var scheduler = session.Get<DigestScheduler>();
        var alerts = session.Get<AlertScheduler>();
        var follower = session.Get<ArticleChangeFollower>();
        var corrections = session.Get<CorrectionScheduler>();
        var gaps = session.Get<GapReportScheduler>();
        worker.Report = scheduler.Report = alerts.Report = follower.Report = corrections.Report = gaps.Report = trouble => session.Output.Note(session.Output.Verbose ? $"{trouble}\n{trouble.Exception}".TrimEnd() : trouble.ToString());
        session.Get<IngestResponder>().TakeUp = (uploads, stop) => session.TakeUploadsUpAsync(uploads, follower.Wake, stop);
        var watching = session.WatchAsync(follower.Wake, stopping.Token);
        var forgetting = session.Get<ChatRetention>().RunAsync(stopping.Token);
        var feeds = session.WatchFeedsAsync(follower.Wake, stopping.Token);
        Task[] parts =
        [
            watching, feeds, forgetting, worker.RunAsync(stopping.Token), follower.RunAsync(stopping.Token), scheduler.RunAsync(stopping.Token),
            alerts.RunAsync(stopping.Token), corrections.RunAsync(stopping.Token), gaps.RunAsync(stopping.Token),
        ];
        await Task.WhenAll(parts.Select(part => ThenStopAsync(part, stopping)));
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(_adapters.Select(adapter => adapter.RunAsync(cancellation)));
        if (_adapters.Exists(a => a.State == AdapterState.Stopped)) return;
        await Task.Delay(Timeout.InfiniteTimeSpan, session.Get<TimeProvider>(), cancellation);
    }

    private static async Task ThenStopAsync(Task part, CancellationTokenSource stopping)
    {
        try
        {
            await part;
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }
}
