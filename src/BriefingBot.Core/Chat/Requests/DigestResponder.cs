using System.Globalization;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Requests;

/// <summary>Sums up the news: at once when asked, or for a subscription's slot.</summary>
public sealed class DigestResponder(DigestWriter writer, ISubscriptionStore subscriptions, ChannelViews views, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A digest goes on where the last one ended, but not further back than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int LongestTopic = 200;

    /// <summary>Items kept for saying why.</summary>
    private const int MostItems = 60;

    public async ValueTask<ComposedReply> NowAsync(IncomingMessage message, DigestNowRequest request, CancellationToken cancellation)
    {
        var view = await views.OfAsync(message.Place, cancellation);
        var topic = TextSplitter.Fit(request.Topic.Trim(), LongestTopic);
        var digest = await writer.WriteAsync(new DigestRequest(DigestPeriod.UpTo(message.ReceivedAt, Day)) { Topic = topic, Length = request.Length, Access = view.Access }, cancellation);
        return DigestComposer.Compose(message, digest, Heading(topic, "the last 24 hours"));
    }

    public async ValueTask<ComposedReply> DueAsync(IncomingMessage message, DueDigest due, CancellationToken cancellation)
    {
        // It may have been paused or ended since the slot was taken.
        if (await subscriptions.FindAsync(due.Subscription, cancellation) is not { Paused: false } subscription) return new ComposedReply(ChatReply.Nothing);
        // It may have waited since it was due.
        var digest = await WriteAsync(subscription, time.GetUtcNow() is var now && now > message.ReceivedAt ? now : message.ReceivedAt, cancellation);
        var silent = digest.Stories.Count == 0 && subscription.SilentWhenEmpty;
        var composed = silent ? new ComposedReply(ChatReply.Nothing)
            : DigestComposer.Compose(message, digest, Heading(subscription.Topic, due.Day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)));
        var sent = digest.Request.Sent.With(digest).Stories.Where(s => s.Until == digest.Request.Period.To);
        return composed with { Slot = new ComposedSlot(subscription.Id, due.Day, digest.Request.Period.To, [.. sent], [.. DigestComposer.Items(digest).Take(MostItems)]) };
    }

    /// <summary>What would be sent now. It counts as sent to nobody.</summary>
    internal async ValueTask<ComposedReply> PreviewAsync(IncomingMessage message, Subscription subscription, CancellationToken cancellation) =>
        DigestComposer.Compose(message, await WriteAsync(subscription, message.ReceivedAt, cancellation), Heading(subscription.Topic, "preview, not sent"));

    private async ValueTask<Digest> WriteAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellation)
    {
        var view = await views.OfAsync(subscription.Place, cancellation);
        var earliest = now - Longest;
        var before = await subscriptions.SentAsync(subscription.Id, earliest - DigestWeights.LookBack, now, cancellation);
        var from = before.Until is not { } until ? now - Day : until > earliest ? until : earliest;
        return await writer.WriteAsync(new DigestRequest(new DigestPeriod(from, now.AddTicks(1)))
        {
            Topic = subscription.Topic,
            Sources = subscription.Sources,
            Length = subscription.Length,
            Access = view.Access,
            Sent = before.Stories,
        }, cancellation);
    }

    private static string Heading(string topic, string when) => topic.Length > 0 ? $"Digest on {topic}: {when}" : $"Digest: {when}";
}
