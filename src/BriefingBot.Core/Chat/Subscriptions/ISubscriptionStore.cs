using BriefingBot.Chat.Inbox;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>Subscriptions and what became of their slots. They are changed through <see cref="IInboxStore.AnswerAsync"/>, with the reply.</summary>
public interface ISubscriptionStore
{
    /// <summary>Those of a channel or direct message, oldest first.</summary>
    ValueTask<IReadOnlyList<Subscription>> ListAsync(ChatPlace place, CancellationToken cancellation);

    ValueTask<Subscription?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Everything that is not paused.</summary>
    ValueTask<IReadOnlyList<Subscription>> ActiveAsync(CancellationToken cancellation);

    /// <summary>The slots from a day on that were put into the inbox.</summary>
    ValueTask<IReadOnlySet<(string Subscription, DateOnly Day)>> TakenAsync(DateOnly since, CancellationToken cancellation);

    /// <summary>
    /// Puts a slot into the inbox unless it was there before, whoever did it; in the same transaction, digests of the
    /// subscription that came too late to be delivered are dropped, so that this one counts what they told as untold.
    /// </summary>
    ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation);

    /// <summary>What was sent for periods that ended between two instants. Dropped digests were not sent.</summary>
    ValueTask<SentBefore> SentAsync(string subscription, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>The newest slot; null when there was none.</summary>
    ValueTask<SlotOutcome?> LastAsync(string subscription, CancellationToken cancellation);
}

/// <param name="Until">Where the last digest's period ended; null when there was none.</param>
public sealed record SentBefore(DateTimeOffset? Until, SentStories Stories);

/// <summary>A digest as it was composed for a slot; stored with the reply.</summary>
/// <param name="Until">The end of its period.</param>
/// <param name="Stories">Its stories as they were sent, each with all that was sent of it.</param>
/// <param name="Items">Every story, told or left out, and why.</param>
public sealed record ComposedSlot(string Subscription, DateOnly Day, DateTimeOffset Until, IReadOnlyList<SentStory> Stories, IReadOnlyList<DigestItem> Items);

/// <summary>A story that was told or left out, and why.</summary>
public sealed record DigestItem(string Headline, bool Told, string Why);

/// <summary>What became of a slot.</summary>
/// <param name="Failed">Deliveries that have failed; 0 once one has not.</param>
/// <param name="Dropped">Given up.</param>
/// <param name="Reason">Of the last failure.</param>
public sealed record SlotOutcome(DateOnly Day, int Failed, bool Dropped, string Reason, IReadOnlyList<DigestItem> Items)
{
    /// <summary>It is still on its way.</summary>
    public bool IsOpen { get; init; }
}
