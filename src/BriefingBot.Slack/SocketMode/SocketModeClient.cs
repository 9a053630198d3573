using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>Our own client of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. Slack delivers each envelope over one of the sockets.</summary>
public sealed partial class SocketModeClient(SlackWebApi api, SlackOptions options, TimeProvider time, ILogger<SocketModeClient> logger, Random? random = null) : ISlackConnection
{
    /// <summary>Between our pings, and for the answer: a dead socket is noticed after twice that. Slack's own pings come as often.</summary>
    internal TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(10);

    public async Task RunAsync(EnvelopeHandler handle, CancellationToken cancellation)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sockets = Enumerable.Range(0, options.Connections)
            .Select(number => KeepAsync(new SocketRunner(number, api, handle, Ping, random ?? Random.Shared, time, logger), all.Token))
            .ToList();

        // A socket ends only for good, for a reason that holds for the others, too.
        var ended = await Task.WhenAny(sockets);
        await all.CancelAsync();
        await Task.WhenAll(sockets).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await ended;
    }

    private static async Task KeepAsync(SocketRunner socket, CancellationToken cancellation)
    {
        await using (socket) await socket.RunAsync(cancellation);
    }
}
