using BriefingBot.Answering.Synthesis;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Chat.Working;

/// <summary>
/// Works through the inbox: claim, compose, store the reply, deliver. Whatever step it dies in, the next worker goes on
/// from what was stored, so nothing is lost and nothing is composed twice.
/// </summary>
public sealed class ChatWorker(
    IInboxStore inbox, ChatInbox arrivals, ChatResponder responder, ChannelQuiet quiet, IEnumerable<IChatPlatform> platforms, ChatOptions options, TimeProvider time)
{
    /// <summary>How long a reply may take before the person is shown that it is worked on.</summary>
    internal TimeSpan ProgressAfter { get; init; } = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookUpAgain = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What is shown meanwhile holds up its writer, and a platform's limits can make a call wait for a minute; the reply is
    /// worth more.
    /// </summary>
    internal static readonly TimeSpan ShowWithin = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ReplyOutbox _outbox = new(inbox, platforms, options, time);
    private readonly string _owner = $"{options.InstanceOrMachine}/";

    /// <summary>Told what goes wrong, from any thread; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Works until stopped, then finishes what it has begun or gives it back.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var cut = new CancellationTokenSource();
        var running = new HashSet<Task>();
        try
        {
            await inbox.ReleaseAllAsync(_owner, time.GetUtcNow(), stopping);
            while (true)
            {
                running.RemoveWhere(task => task.IsCompleted);
                if (running.Count >= options.Concurrency) await Task.WhenAny(running).WaitAsync(stopping);
                else if (await ClaimAsync(stopping) is var (entry, lease)) running.Add(Task.Run(() => WorkSafelyAsync(entry, lease, cut.Token), CancellationToken.None));
                else await WaitAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await FinishAsync(running, cut);
        }
    }

    /// <summary>Works on one entry in this call, failures and all; false when there is nothing to do.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken cancellation)
    {
        if (await ClaimAsync(cancellation) is not var (entry, lease)) return false;
        await WorkAsync(entry, lease, cancellation);
        return true;
    }

    internal ValueTask ReleaseLeftoversAsync(CancellationToken cancellation) => inbox.ReleaseAllAsync(_owner, time.GetUtcNow(), cancellation);

    private async ValueTask<(InboxEntry Entry, Lease Lease)?> ClaimAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var lease = Extended(new Lease(_owner + Guid.NewGuid().ToString("N"), default, default));
        try
        {
            return await inbox.ClaimAsync(lease, options.ConcurrencyLimits, cancellation) is { } entry ? (entry, lease) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Report(new ChatTrouble("", $"The inbox cannot be read: {e.Message}", e));
            return null;
        }
    }

    private Lease Extended(Lease lease)
    {
        var now = time.GetUtcNow();
        return lease with { Now = now, Until = now + options.LeaseTime };
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? due = null;
        try
        {
            due = await inbox.NextDueAsync(now, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Report(new ChatTrouble("", $"The inbox cannot be read: {e.Message}", e));
        }

        // What is due but was not claimed waits for a place to become free, which wakes this too.
        var wait = due is { } at && at > now && at - now < LongestWait ? at - now : LongestWait;
        await arrivals.WaitAsync(wait, time, stopping);
    }

    private async Task FinishAsync(HashSet<Task> running, CancellationTokenSource cut)
    {
        var all = Task.WhenAll(running);
        using var enough = new CancellationTokenSource();
        await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(options.ShutdownSeconds), time, enough.Token));
        await enough.CancelAsync();
        await cut.CancelAsync();
        await all;
    }

    private async Task WorkSafelyAsync(InboxEntry entry, Lease lease, CancellationToken cut)
    {
        try
        {
            await WorkAsync(entry, lease, cut);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            await GiveBackAsync(entry, lease);
        }
        catch (Exception e)
        {
            // The store failed. The lease runs out, and the entry is taken up again.
            Report(new ChatTrouble(entry.Message.EventKey, $"The inbox cannot be written: {e.Message}", e));
        }

        arrivals.Wake();
    }

    private async Task GiveBackAsync(InboxEntry entry, Lease lease)
    {
        try
        {
            await inbox.ReleaseAsync(entry.Id, lease, lease.Now, CancellationToken.None);
        }
        catch (Exception e)
        {
            Report(new ChatTrouble(entry.Message.EventKey, $"Work could not be given back: {e.Message}", e));
        }
    }

    private async Task WorkAsync(InboxEntry entry, Lease lease, CancellationToken cancellation)
    {
        if (await IsHeldAsync(entry, lease, cancellation)) return;
        var repeated = entry.Reply is not null;
        if (!repeated)
        {
            if (await ObjectionAsync(entry, lease, cancellation) is not { } objection) return;
            var draft = _outbox.DraftOf(entry, lease);
            var reply = objection.Length > 0 ? ChatResponder.Refusal(entry.Message, objection) : await ComposeAsync(entry, lease, draft, cancellation);
            if (reply is not { } composed) return;
            lease = Extended(lease);
            if (!await inbox.AnswerAsync(entry.Id, lease, composed, cancellation)) return;
            entry = entry with { Reply = composed.Reply, Draft = draft?.Id };
        }

        if (await _outbox.SendAsync(entry, lease, repeated, cancellation) is { } trouble) Report(trouble);
    }

    /// <summary>Gives back what nobody waits for as long as the channel has quiet hours.</summary>
    private async ValueTask<bool> IsHeldAsync(InboxEntry entry, Lease lease, CancellationToken cancellation)
    {
        if (entry.Message.Request.IsAwaited || await quiet.UntilAsync(entry.Message.Place, time.GetUtcNow(), cancellation) is not { } end) return false;
        await inbox.ReleaseAsync(entry.Id, lease, end, cancellation);
        return true;
    }

    /// <summary>Why the person gets no answer, empty when they get one; null while that cannot be known, which is no attempt.</summary>
    private async ValueTask<string?> ObjectionAsync(InboxEntry entry, Lease lease, CancellationToken cancellation)
    {
        try
        {
            return await _outbox.ObjectionAsync(entry.Message, cancellation) ?? "";
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Report(new ChatTrouble(entry.Message.EventKey, $"Who asks cannot be looked up: {e.Message}", e));
            await inbox.ReleaseAsync(entry.Id, lease, time.GetUtcNow() + LookUpAgain, cancellation);
            return null;
        }
    }

    /// <summary>The reply; null when composing failed and is to be tried again.</summary>
    private async Task<ComposedReply?> ComposeAsync(InboxEntry entry, Lease lease, ReplyDraft? draft, CancellationToken cancellation)
    {
        // More attempts than ever reported back: each time the process died over it.
        if (entry.Attempts > options.MaxAttempts) return ChatResponder.Failure(entry.Message);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.AnswerSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await WithProgressAsync(entry.Message, draft, either.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Report(new ChatTrouble(entry.Message.EventKey, $"A reply could not be composed: {e.Message}", e));
            if (entry.Attempts >= options.MaxAttempts) return ChatResponder.Failure(entry.Message);
            await inbox.RetryAsync(entry.Id, lease, time.GetUtcNow() + Backoff.After(entry.Attempts - 1), e.Message, payloadRefused: false, cancellation);
            return null;
        }
    }

    private async Task<ComposedReply> WithProgressAsync(IncomingMessage message, ReplyDraft? draft, CancellationToken cancellation)
    {
        ShowVerified? show = draft is null ? null : (piece, stop) => TryShowAsync(message, bounded => draft.WriteAsync(piece, bounded), stop);
        var composing = Task.Run(() => responder.RespondAsync(message, show, cancellation).AsTask(), cancellation);
        using var composed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (var wait = ProgressAfter; draft is not null && await Task.WhenAny(composing, Task.Delay(wait, time, composed.Token)) != composing; wait = ReplyDraft.Between)
        {
            if (cancellation.IsCancellationRequested) break;
            await TryShowAsync(message, bounded => draft.RefreshAsync(new ProgressPart(message.Request.Progress), bounded), cancellation);
        }

        await composed.CancelAsync();
        return await composing;
    }

    /// <summary>What is shown of a reply before it is there may fail without it.</summary>
    private async ValueTask TryShowAsync(IncomingMessage message, Func<CancellationToken, ValueTask> show, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(ShowWithin, time);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await show(bounded.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Report(new ChatTrouble(message.EventKey, $"Progress could not be shown: {e.Message}", e));
        }
    }
}
