using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Delivery;

/// <summary>A reply to be sent.</summary>
/// <param name="Receipts">The messages of this reply that have been sent already.</param>
public sealed record ReplyDelivery(IncomingMessage Message, ChatReply Reply, DeliveryRoute Route, IReadOnlyList<DeliveryReceipt> Receipts)
{
    private readonly string _key = XxHash64.HashToUInt64(MemoryMarshal.AsBytes(Message.EventKey.AsSpan())).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Stores that a message of the reply is out; call it after each, before sending the next.</summary>
    public required Func<DeliveryReceipt, CancellationToken, ValueTask> RecordAsync { get; init; }

    /// <summary>The idempotency key of one message of the reply: the same at every attempt, at most 25 characters.</summary>
    /// <param name="ordinal">Which message, from 0 up.</param>
    public string KeyOf(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{_key}-{ordinal}");

    /// <summary>Whether this message of the reply is out.</summary>
    public bool IsSent(int ordinal) => Receipts.Any(r => r.Ordinal == ordinal);
}

/// <summary>A message of ours that has reached the platform.</summary>
/// <param name="Ordinal">Which message of the reply, from 0 up.</param>
/// <param name="MessageId">The platform's id of it: replies to it are recognised by this.</param>
public sealed record DeliveryReceipt(int Ordinal, string MessageId);
