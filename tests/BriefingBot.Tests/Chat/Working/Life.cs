using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Tests.Chat.Working;

internal sealed class KilledException : Exception;

/// <summary>How long a process lives, in steps.</summary>
internal sealed class Life
{
    private readonly AsyncLocal<int> _born = new();
    private readonly Lock _lock = new();
    private int _lives;
    private int _left = int.MaxValue;

    public bool IsOver => _left <= 0;

    public void Begin(int steps)
    {
        lock (_lock) (_left, _born.Value) = (steps, ++_lives);
    }

    /// <summary>A dead process does nothing any more, and neither does what it began and the next one finds still running.</summary>
    public void Step()
    {
        lock (_lock)
        {
            if (_born.Value == _lives && _left > 0) _left--;
            if (_born.Value != _lives || IsOver) throw new KilledException();
        }
    }

    /// <summary>The process may die before and after it.</summary>
    public async ValueTask<T> DoAsync<T>(Func<ValueTask<T>> work)
    {
        Step();
        var result = await work();
        Step();
        return result;
    }
}

/// <summary>The process may die before and after each transaction.</summary>
internal sealed class MortalInbox(IInboxStore store, Life life) : IInboxStore
{
    public ValueTask<Acceptance> AcceptAsync(IncomingMessage message, InboxLimits limits, CancellationToken cancellation) => life.DoAsync(() => store.AcceptAsync(message, limits, cancellation));

    public ValueTask<InboxEntry?> ClaimAsync(Lease lease, ConcurrencyLimits limits, CancellationToken cancellation) => life.DoAsync(() => store.ClaimAsync(lease, limits, cancellation));

    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) => life.DoAsync(() => store.NextDueAsync(now, cancellation));

    public ValueTask<bool> DraftAsync(long entry, Lease lease, string? draft, CancellationToken cancellation) => life.DoAsync(() => store.DraftAsync(entry, lease, draft, cancellation));

    public ValueTask<bool> AnswerAsync(long entry, Lease lease, ComposedReply composed, CancellationToken cancellation) => life.DoAsync(() => store.AnswerAsync(entry, lease, composed, cancellation));

    public async ValueTask RecordAsync(long entry, DeliveryReceipt receipt, CancellationToken cancellation) => await life.DoAsync(() => Done(store.RecordAsync(entry, receipt, cancellation)));

    public ValueTask<bool> DeliveredAsync(long entry, Lease lease, CancellationToken cancellation) => life.DoAsync(() => store.DeliveredAsync(entry, lease, cancellation));

    public ValueTask<bool> RetryAsync(long entry, Lease lease, DateTimeOffset due, string reason, bool payloadRefused, CancellationToken cancellation) =>
        life.DoAsync(() => store.RetryAsync(entry, lease, due, reason, payloadRefused, cancellation));

    public ValueTask<bool> DropAsync(long entry, Lease lease, string reason, CancellationToken cancellation) => life.DoAsync(() => store.DropAsync(entry, lease, reason, cancellation));

    public async ValueTask ReleaseAsync(long entry, Lease lease, DateTimeOffset due, CancellationToken cancellation) => await life.DoAsync(() => Done(store.ReleaseAsync(entry, lease, due, cancellation)));

    public async ValueTask ReleaseAllAsync(string ownerPrefix, DateTimeOffset now, CancellationToken cancellation) => await life.DoAsync(() => Done(store.ReleaseAllAsync(ownerPrefix, now, cancellation)));

    private static async ValueTask<bool> Done(ValueTask work)
    {
        await work;
        return true;
    }
}

/// <summary>The same for subscriptions.</summary>
internal sealed class MortalSubscriptions(ISubscriptionStore store, Life life) : ISubscriptionStore
{
    public ValueTask<IReadOnlyList<Subscription>> ListAsync(ChatPlace place, CancellationToken cancellation) => life.DoAsync(() => store.ListAsync(place, cancellation));

    public ValueTask<Subscription?> FindAsync(string id, CancellationToken cancellation) => life.DoAsync(() => store.FindAsync(id, cancellation));

    public ValueTask<IReadOnlyList<Subscription>> ActiveAsync(CancellationToken cancellation) => life.DoAsync(() => store.ActiveAsync(cancellation));

    public ValueTask<IReadOnlySet<(string Subscription, DateOnly Day)>> TakenAsync(DateOnly since, CancellationToken cancellation) => life.DoAsync(() => store.TakenAsync(since, cancellation));

    public ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation) => life.DoAsync(() => store.TakeAsync(due, cancellation));

    public ValueTask<SentBefore> SentAsync(string subscription, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        life.DoAsync(() => store.SentAsync(subscription, since, before, cancellation));

    public ValueTask<SlotOutcome?> LastAsync(string subscription, CancellationToken cancellation) => life.DoAsync(() => store.LastAsync(subscription, cancellation));
}
