using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;

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

/// <summary>The same for alerts.</summary>
internal sealed class MortalAlerts(IAlertStore store, Life life) : IAlertStore
{
    public ValueTask<IReadOnlyList<Alert>> ListAsync(ChatPlace place, CancellationToken cancellation) => life.DoAsync(() => store.ListAsync(place, cancellation));

    public ValueTask<Alert?> FindAsync(string id, CancellationToken cancellation) => life.DoAsync(() => store.FindAsync(id, cancellation));

    public ValueTask<int> CountAsync(string platform, string user, CancellationToken cancellation) => life.DoAsync(() => store.CountAsync(platform, user, cancellation));

    public ValueTask<IReadOnlyList<Alert>> ActiveAsync(CancellationToken cancellation) => life.DoAsync(() => store.ActiveAsync(cancellation));

    public ValueTask<IReadOnlySet<(string Alert, ArticleId Article)>> MatchedAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancellation) =>
        life.DoAsync(() => store.MatchedAsync(articles, cancellation));

    public ValueTask<IReadOnlyList<WaitingAlert>> WaitingAsync(DateTimeOffset now, CancellationToken cancellation) => life.DoAsync(() => store.WaitingAsync(now, cancellation));

    public ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation) => life.DoAsync(() => store.TakeAsync(due, cancellation));

    public ValueTask<IReadOnlyList<AlertMatch>> BundleAsync(string alert, int bundle, CancellationToken cancellation) => life.DoAsync(() => store.BundleAsync(alert, bundle, cancellation));

    public ValueTask<SentStories> SentAsync(string alert, DateTimeOffset since, CancellationToken cancellation) => life.DoAsync(() => store.SentAsync(alert, since, cancellation));
}

/// <summary>The same for how far the articles were followed.</summary>
internal sealed class MortalLedger(IChangeLedger ledger, Life life) : IChangeLedger
{
    public ValueTask<long?> SequenceAsync(CancellationToken cancellation) => life.DoAsync(() => ledger.SequenceAsync(cancellation));

    public ValueTask<bool> AdvanceAsync(long? from, long upTo, ChangeConsequences consequences, CancellationToken cancellation) =>
        life.DoAsync(() => ledger.AdvanceAsync(from, upTo, consequences, cancellation));
}
