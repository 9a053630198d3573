using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Working;

namespace BriefingBot.Chat.ArticleChanges;

/// <summary>
/// Follows what becomes of the articles, whichever process indexes them, and lets the observers say what that means for the
/// chats. What was there before the bot ran for the first time is no news.
/// </summary>
public sealed class ArticleChangeFollower(IArticleLibrary library, IChangeLedger ledger, IEnumerable<IChangeObserver> observers, ChatInbox inbox, TimeProvider time) : IDisposable
{
    /// <summary>Changes that are seen to at once.</summary>
    private const int Batch = 200;

    /// <summary>Other processes index, too, and do not say so.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Told what goes wrong; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Says that there may be changes.</summary>
    public void Wake()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                while (await FollowAsync(cancellation))
                {
                    // Until there is nothing new.
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Report(new ChatTrouble("", $"What changed in the articles could not be followed: {e.Message}", e));
            }

            await WaitAsync(cancellation);
        }
    }

    public void Dispose() => _changed.Dispose();

    /// <summary>Sees to the next changes.</summary>
    /// <returns>Whether there may be more.</returns>
    internal async Task<bool> FollowAsync(CancellationToken cancellation)
    {
        var (seen, now) = (await ledger.SequenceAsync(cancellation), await library.SequenceAsync(cancellation));
        // A number beyond the last one is of articles that were thrown away; where the new ones stand is where to start again.
        if (seen is null || seen > now) return !await ledger.AdvanceAsync(seen, now, ChangeConsequences.None, cancellation);
        var changes = await library.ChangesAfterAsync(seen.Value, Batch, cancellation);
        if (changes.Count == 0) return false;
        var consequences = new List<ChangeConsequences>();
        foreach (var observer in observers) consequences.Add(await observer.ObserveAsync(changes, cancellation));
        var all = ChangeConsequences.Of(consequences);
        if (await ledger.AdvanceAsync(seen, changes[^1].Sequence, all, cancellation) && all.Messages.Count > 0) inbox.Wake();
        return true;
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_changed.WaitAsync(enough.Token), Task.Delay(LongestWait, time, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
