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
    /// <summary>Stores that a message of the reply is out; call it after each, before sending the next.</summary>
    public required Func<DeliveryReceipt, CancellationToken, ValueTask> RecordAsync { get; init; }

    /// <summary>
    /// The message that was shown while the reply was composed, which the reply replaces; null when there is none, empty
    /// when one was begun and nobody noted which.
    /// </summary>
    public string? Draft { get; init; }

    /// <summary>An earlier attempt was made, and may have sent more than it noted.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The idempotency key of one message of the reply: the same at every attempt, at most 25 characters.</summary>
    /// <param name="ordinal">Which message, from 0 up.</param>
    public string KeyOf(int ordinal) => KeyOf(Message, ordinal);

    /// <inheritdoc cref="KeyOf(int)"/>
    /// <param name="message">What is replied to: a draft goes by the key of the message that replaces it.</param>
    /// <param name="ordinal">Which message, from 0 up.</param>
    public static string KeyOf(IncomingMessage message, int ordinal) => string.Create(
        CultureInfo.InvariantCulture, $"{XxHash64.HashToUInt64(MemoryMarshal.AsBytes(message.EventKey.AsSpan())):x16}-{ordinal}");

    /// <summary>Whether this message of the reply is out.</summary>
    public bool IsSent(int ordinal) => Receipts.Any(r => r.Ordinal == ordinal);

    /// <summary>Whether this message may be out without a receipt: platforms that do not drop repetitions look for its key first.</summary>
    public bool MayBeOut(int ordinal) => !IsSent(ordinal) && (IsRepeated || (ordinal == 0 && Draft is ""));
}

/// <summary>A message of ours that has reached the platform.</summary>
/// <param name="Ordinal">Which message of the reply, from 0 up.</param>
/// <param name="MessageId">The platform's id of it: replies to it are recognised by this.</param>
public sealed record DeliveryReceipt(int Ordinal, string MessageId);
