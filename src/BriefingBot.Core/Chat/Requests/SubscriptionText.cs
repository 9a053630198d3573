using System.Globalization;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Requests;

/// <summary>Subscriptions in words.</summary>
internal static class SubscriptionText
{
    /// <summary>Deliveries that fail before they are told of.</summary>
    private const int FailuresTold = 3;

    public static ListLine Line(Subscription subscription, SlotOutcome? last, ChannelSettings channel, DateTimeOffset now)
    {
        var parts = new[]
        {
            subscription.Schedule.ToString(),
            subscription.Topic.Length > 0 ? $"on “{subscription.Topic}”" : "on everything",
            subscription.Sources.Count > 0 ? $"of {string.Join(", ", subscription.Sources)}" : "",
            subscription.Length.ToString().ToLowerInvariant(),
            subscription.SilentWhenEmpty ? "silent when nothing is new" : "",
            subscription.Paused ? "paused" : Next(subscription.Schedule.Next(now, last?.Day), channel),
        };
        return new ListLine(subscription.Id, $"{string.Join("; ", parts.Where(p => p.Length > 0))}.{Waiting(last, channel, now)}{Trouble(last)}");
    }

    /// <summary>That the next digest has to wait for quiet hours to end; empty when it has not.</summary>
    public static string Held(Subscription subscription, SlotOutcome? last, ChannelSettings channel, DateTimeOffset now) =>
        channel.QuietUntil(subscription.Schedule.Next(now, last?.Day).Due) is { } end
            ? $"{subscription.Schedule.Time:HH\\:mm} {subscription.Schedule.Zone} lies in this channel's quiet hours, {channel.Quiet} {channel.Zone}: the next one comes when they end, {Instant(end)}."
            : "";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Next(DigestSlot next, ChannelSettings channel) => channel.QuietUntil(next.Due) is { } end
        ? $"next {Instant(next.Due)}, held until quiet hours end, {Instant(end)}"
        : $"next {Instant(next.Due)}";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Waiting(SlotOutcome? last, ChannelSettings channel, DateTimeOffset now) =>
        last is { IsOpen: true } && channel.QuietUntil(now) is { } end ? $" The digest of {Day(last.Day)} waits until quiet hours end, {Instant(end)}." : "";

    private static string Trouble(SlotOutcome? last) => last switch
    {
        { Dropped: true } => $" ⚠️ The digest of {Day(last.Day)} was not delivered: {last.Reason}",
        { Failed: >= FailuresTold } => $" ⚠️ The digest of {Day(last.Day)} could not be delivered {last.Failed} times: {last.Reason}",
        _ => "",
    };
}
