using BriefingBot.Chat.Delivery;

namespace BriefingBot.Chat.Inbox;

/// <summary>
/// The durable inbox and outbox. A message goes from received to answered (its reply is stored) to delivered or dropped;
/// every method is one transaction. Changes of an entry need its lease and return false when it is lost: then whoever
/// holds it now does the work, and the caller must stop.
/// </summary>
public interface IInboxStore
{
    /// <summary>Stores a message unless it is known or a limit is reached. A refusal is stored too, so that it is told once.</summary>
    ValueTask<Acceptance> AcceptAsync(IncomingMessage message, InboxLimits limits, CancellationToken cancellation);

    /// <summary>
    /// Leases what is next: of the channels with something to do, the one that was served longest ago; within a
    /// conversation, in the order of arrival. Null when nothing is due or every limit is reached.
    /// </summary>
    ValueTask<InboxEntry?> ClaimAsync(Lease lease, ConcurrencyLimits limits, CancellationToken cancellation);

    /// <summary>When the next entry that nobody has taken falls due; null when nothing waits.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Notes the message that is shown while the reply is composed, so that whoever goes on after a crash takes it over:
    /// empty before it is sent, its id after that, null when there is none after all.
    /// </summary>
    ValueTask<bool> DraftAsync(long entry, Lease lease, string? draft, CancellationToken cancellation);

    /// <summary>Stores the reply with everything that goes with it, and extends the lease for its delivery.</summary>
    ValueTask<bool> AnswerAsync(long entry, Lease lease, ComposedReply composed, CancellationToken cancellation);

    /// <summary>Notes that a part of the reply has reached the platform.</summary>
    ValueTask RecordAsync(long entry, DeliveryReceipt receipt, CancellationToken cancellation);

    ValueTask<bool> DeliveredAsync(long entry, Lease lease, CancellationToken cancellation);

    /// <summary>Gives the reply back for another delivery, not before <paramref name="due"/>.</summary>
    ValueTask<bool> RetryAsync(long entry, Lease lease, DateTimeOffset due, string reason, bool payloadRefused, CancellationToken cancellation);

    /// <summary>Ends the work without a delivery; the reason stays on record.</summary>
    ValueTask<bool> DropAsync(long entry, Lease lease, string reason, CancellationToken cancellation);

    /// <summary>Gives an entry back as it was taken, for work that was cut short; it is due again then.</summary>
    ValueTask ReleaseAsync(long entry, Lease lease, DateTimeOffset due, CancellationToken cancellation);

    /// <summary>Gives back everything that owners with this prefix hold: what a dead process of this name left behind.</summary>
    ValueTask ReleaseAllAsync(string ownerPrefix, DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="Waiting">Most messages that wait for their reply.</param>
/// <param name="WaitingPerUser">The same of one person.</param>
/// <param name="PerUserAndMinute">Most messages of one person in a minute.</param>
public sealed record InboxLimits(int Waiting, int WaitingPerUser, int PerUserAndMinute);

/// <summary>How many entries of one channel and of one person are worked on at a time.</summary>
public sealed record ConcurrencyLimits(int PerChannel, int PerUser);
