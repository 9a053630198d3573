using System.Globalization;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Working;

namespace BriefingBot.Chat.Feedback;

/// <summary>
/// Puts the gap report into the inbox once a week for each channel that wants it. Of weeks that went by without a process,
/// the last one is made up for.
/// </summary>
public sealed class GapReportScheduler(IGapReportStore store, ChatInbox inbox, GapReportOptions options, TimeProvider time)
{
    /// <summary>Channels are switched on meanwhile, and clocks are set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Told what goes wrong; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Rounds.RunAsync(TakeDueAsync, LongestWait, trouble => Report(trouble), "The gap reports cannot be looked for", time, cancellation);

    /// <summary>Takes every report that is due.</summary>
    /// <returns>How long there is nothing more to do.</returns>
    internal async Task<TimeSpan> TakeDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var slot = options.Schedule.Latest(now);
        var start = options.Schedule.Latest(slot.Due.AddTicks(-1)).Due;
        foreach (var channel in await store.ChannelsAsync(cancellation))
        {
            if (slot.Due >= channel.Since && await store.TakeAsync(Message(channel, new DueGapReport(start, slot.Due), slot.Day, now), slot.Day, cancellation)) inbox.Wake();
        }

        // From the instant that was looked at: what fell due since then is next, and not in a week.
        var next = options.Schedule.Next(now).Due - now;
        return next < LongestWait ? next : LongestWait;
    }

    private static IncomingMessage Message(ReportedChannel channel, DueGapReport due, DateOnly day, DateTimeOffset now) => new()
    {
        EventKey = string.Create(CultureInfo.InvariantCulture, $"gaps:{channel.Place.Platform}:{channel.Place.Workspace}:{channel.Place.Channel}:{day:yyyy-MM-dd}"),
        Place = channel.Place,
        User = channel.By,
        Request = due,
        ReceivedAt = now,
    };
}
