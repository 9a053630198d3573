namespace BriefingBot.Chat.Inbox;

/// <summary>Where platforms hand in messages: before or together with the acknowledgement, never after.</summary>
public sealed class ChatInbox(IInboxStore store, ChatOptions options) : IDisposable
{
    private readonly SemaphoreSlim _arrivals = new(0);

    /// <summary>Once this returns, the message survives the process. What a refusal tells is in <see cref="AcceptanceText"/>.</summary>
    public async ValueTask<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var acceptance = await store.AcceptAsync(message, options.InboxLimits, cancellation);
        if (acceptance == Acceptance.Accepted) Wake();
        return acceptance;
    }

    public void Dispose() => _arrivals.Dispose();

    /// <summary>Lets a waiting worker look for work.</summary>
    internal void Wake()
    {
        if (_arrivals.CurrentCount == 0) _arrivals.Release();
    }

    /// <summary>Waits until something arrives, or for this long.</summary>
    internal async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var arrival = _arrivals.WaitAsync(enough.Token);
        await Task.WhenAny(arrival, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
