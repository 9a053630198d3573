using System.Globalization;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Working;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>
/// Puts due digests into the inbox, each under a key made of its subscription and local date. So however many processes look
/// at however many clocks, a slot is taken once; composing and delivering it, after quiet hours, is work like any other.
/// </summary>
public sealed class DigestScheduler(ISubscriptionStore store, IChannelSettingsStore settings, ChatInbox inbox, TimeProvider time)
{
    /// <summary>How long a digest may be on its way at most; it is given up when the next one is due, so that they never pile up.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(20);

    /// <summary>Other processes make subscriptions, and clocks are set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Told what goes wrong; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Rounds.RunAsync(TakeDueAsync, LongestWait, trouble => Report(trouble), "The subscriptions cannot be read", time, cancellation);

    /// <summary>Takes every slot that is due.</summary>
    /// <returns>How long there is nothing more to do.</returns>
    internal async Task<TimeSpan> TakeDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Everything is reckoned anew at each look: there is no stored instant that other zone rules would make wrong.
        var active = await store.ActiveAsync(cancellation);
        var taken = await store.TakenAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2), cancellation);
        foreach (var subscription in active)
        {
            var channel = await settings.SettingsAsync(subscription.Place, cancellation);
            if (subscription.Due(now, channel.QuietUntil) is not { } slot || taken.Contains((subscription.Id, slot.Day))) continue;
            if (await store.TakeAsync(Message(subscription, slot, now, channel.QuietUntil(now) ?? now), cancellation)) inbox.Wake();
        }

        return active.Select(s => s.Schedule.Next(now).Due - now).Append(LongestWait).Min();
    }

    private static IncomingMessage Message(Subscription subscription, DigestSlot slot, DateTimeOffset now, DateTimeOffset begins) => new()
    {
        EventKey = string.Create(CultureInfo.InvariantCulture, $"digest:{subscription.Id}:{slot.Day:yyyy-MM-dd}"),
        Place = subscription.Place,
        User = subscription.By,
        Request = new DueDigest(subscription.Id, slot.Day),
        ReceivedAt = now,
        PayloadExpires = subscription.Schedule.Next(now).Due is var next && next < begins + Fresh ? next : begins + Fresh,
    };
}
