using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Working;

namespace BriefingBot.Chat.Alerts;

/// <summary>
/// Puts what alerts have to tell into the inbox, bundled, each bundle under a key of its own: whatever number of processes
/// look, one takes it. It waits until indexing has come to rest, so that an import makes one message and not many.
/// </summary>
public sealed class AlertScheduler(
    IAlertStore alerts, IChangeLedger ledger, IArticleLibrary library, ChannelQuiet quiet, ChatInbox inbox, AlertsOptions options, TimeProvider time)
{
    /// <summary>Between two looks; so long nothing may have been indexed.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <summary>Where indexing never rests, matches are told all the same.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private (long Sequence, DateTimeOffset Since) _seen = (-1, default);

    /// <summary>Told what goes wrong; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Rounds.RunAsync(LookAsync, Settled, trouble => Report(trouble), "The alerts cannot be read", time, cancellation);

    private async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        await TakeDueAsync(cancellation);
        return Settled;
    }

    /// <summary>Takes every bundle that is due.</summary>
    internal async Task TakeDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var settled = await IsSettledAsync(now, cancellation);
        foreach (var waiting in await alerts.WaitingAsync(now, cancellation))
        {
            if (!settled && now - waiting.Oldest < LongestWait) continue;
            if (waiting.MayTellFrom(options) > now || await quiet.UntilAsync(waiting.Alert.Place, now, cancellation) is not null) continue;
            if (await alerts.TakeAsync(Message(waiting.Alert, waiting.Taken + 1, now), cancellation)) inbox.Wake();
        }
    }

    /// <summary>Whether every change has been looked at, and there was none for a while.</summary>
    private async ValueTask<bool> IsSettledAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var sequence = await library.SequenceAsync(cancellation);
        if (sequence != _seen.Sequence) _seen = (sequence, now);
        return now - _seen.Since >= Settled && await ledger.SequenceAsync(cancellation) == sequence;
    }

    private static IncomingMessage Message(Alert alert, int bundle, DateTimeOffset now) => new()
    {
        EventKey = string.Create(CultureInfo.InvariantCulture, $"alert:{alert.Id}:{bundle}"),
        Place = alert.Place,
        User = alert.By,
        Request = new DueAlert(alert.Id, bundle),
        ReceivedAt = now,
    };
}
