using System.Globalization;
using BriefingBot.Chat.Delivery;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>Finds a message of ours that an attempt with unknown outcome may have sent.</summary>
internal sealed class SentMessages(SlackWebApi api, Myself myself)
{
    /// <summary>A reply follows soon after its question; beyond this, nobody would find it either.</summary>
    private const int MaxPages = 10;

    /// <summary>For clocks that differ.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    /// <returns>The message, and whether the reply has still to take its place; null when it was not sent.</returns>
    public async ValueTask<(DraftId Id, bool IsDraft)?> FindAsync(ReplyDelivery delivery, string channel, string thread, int ordinal, CancellationToken cancellation)
    {
        var (key, self) = (delivery.KeyOf(ordinal), (await myself.GetAsync(cancellation)).UserId);
        var oldest = Timestamp(delivery.Message.ReceivedAt - Before);
        string? cursor = null;
        ThreadMessage? unmarked = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var replies = thread.Length > 0
                ? await api.GetRepliesAsync(channel, thread, oldest, cursor, cancellation)
                : await api.GetHistoryAsync(channel, oldest, cursor, cancellation);
            if (replies.Messages.FirstOrDefault(m => DeliveryMark.Has(m, key)) is { } found) return (new DraftId(found.Ts), DeliveryMark.IsDraft(found));
            unmarked ??= replies.Messages.FirstOrDefault(m => m.User == self && m.Metadata is null && m.Ts != thread && thread.Length > 0);
            cursor = replies.NextCursor;
            if (string.IsNullOrEmpty(cursor)) break;
        }

        // Everything of ours has a mark, but a stream that has not ended: one was begun that nobody noted.
        return ordinal == 0 && delivery.Draft is "" && unmarked is not null ? (new DraftId(unmarked.Ts, IsStream: true), true) : null;
    }

    /// <summary>As messages' ids are: seconds, and a count behind the point.</summary>
    private static string Timestamp(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.000000");
}
