using System.Text;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Working;

/// <summary>
/// What is shown of a reply while it is composed: one message at most, changed at most once a second, and replaced by the
/// reply. Whoever writes a reply piece by piece hands the pieces to <see cref="WriteAsync"/>.
/// </summary>
internal sealed class ReplyDraft(IChatPlatform platform, IInboxStore inbox, InboxEntry entry, Lease lease, TimeProvider time)
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly StringBuilder _written = new();
    private int _shown;
    private long? _changed;
    private int _changing;

    /// <summary>As in <see cref="ReplyDelivery.Draft"/>.</summary>
    public string? Id { get; private set; } = entry.Draft;

    /// <summary>
    /// What a dead process began, or what failed in sending so that nobody knows which it is, stays as it is until the reply
    /// replaces it: a second one would be left over.
    /// </summary>
    private bool IsClosed => entry.Draft is not null || Id is "";

    /// <summary>Call it each second: shows text that came too soon after the last change, or as long as there was none, the progress.</summary>
    public async ValueTask RefreshAsync(ProgressPart progress, CancellationToken cancellation)
    {
        if (Written().Length == 0) await ShowProgressAsync(progress, cancellation);
        else await ShowTextAsync(cancellation);
    }

    /// <summary>Shows it unless something was shown before.</summary>
    public ValueTask ShowProgressAsync(ProgressPart progress, CancellationToken cancellation) =>
        AloneAsync(async () =>
        {
            if (!IsClosed && _changed is null) await ChangeAsync(stop => platform.ShowProgressAsync(entry.Message, progress, stop), cancellation);
        });

    /// <summary>Adds to the text. What comes within a second of the last change is shown with a later one, or with the reply.</summary>
    public ValueTask WriteAsync(string piece, CancellationToken cancellation)
    {
        lock (_written) _written.Append(piece);
        return ShowTextAsync(cancellation);
    }

    private ValueTask ShowTextAsync(CancellationToken cancellation) => AloneAsync(async () =>
    {
        var whole = Written();
        if (IsClosed || whole.Length == _shown || (_changed is { } last && time.GetElapsedTime(last) < Between)) return;
        var draft = Id;
        await ChangeAsync(stop => platform.ShowTextAsync(entry.Message, new DraftText(whole, whole[_shown..]), draft, stop), cancellation);
        _shown = whole.Length;
    });

    private string Written()
    {
        lock (_written) return _written.ToString();
    }

    /// <summary>Text comes from the thread that writes, the rest from the one that waits; what comes while the other shows something is left to the next change.</summary>
    private async ValueTask AloneAsync(Func<ValueTask> act)
    {
        if (Interlocked.Exchange(ref _changing, 1) != 0) return;
        try
        {
            await act();
        }
        finally
        {
            Volatile.Write(ref _changing, 0);
        }
    }

    private async ValueTask ChangeAsync(Func<CancellationToken, ValueTask<string?>> show, CancellationToken cancellation)
    {
        try
        {
            if (Id is null) await NoteAsync("", cancellation);
            var id = await show(cancellation);
            if (id != Id) await NoteAsync(id, cancellation);
        }
        finally
        {
            // From its end on: a change that was long on its way is seen late.
            _changed = time.GetTimestamp();
        }
    }

    private async ValueTask NoteAsync(string? id, CancellationToken cancellation)
    {
        await inbox.DraftAsync(entry.Id, lease, id, cancellation);
        Id = id;
    }
}
