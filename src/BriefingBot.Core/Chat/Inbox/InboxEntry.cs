using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Inbox;

/// <summary>A message that is being worked on, as a lease found it.</summary>
/// <param name="Attempts">How often somebody began to compose its reply, this time included.</param>
/// <param name="Reply">The reply, once it is composed: it is sent, not composed again.</param>
/// <param name="Deliveries">How many deliveries have failed.</param>
/// <param name="PayloadRefused">The platform has said that the message's payload no longer serves.</param>
/// <param name="Receipts">What of the reply has reached the platform.</param>
public sealed record InboxEntry(
    long Id, IncomingMessage Message, int Attempts, ChatReply? Reply, int Deliveries, bool PayloadRefused, IReadOnlyList<DeliveryReceipt> Receipts)
{
    /// <summary>As in <see cref="ReplyDelivery.Draft"/>.</summary>
    public string? Draft { get; init; }
}

/// <summary>Who works on what is claimed, and until when nobody else may.</summary>
/// <param name="Owner">Unlike that of any other worker.</param>
public sealed record Lease(string Owner, DateTimeOffset Now, DateTimeOffset Until);
