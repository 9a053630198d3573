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
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

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

    public async ValueTask ShowProgressAsync(ProgressPart progress, CancellationToken cancellation)
    {
        if (!IsClosed && _shown == 0) await ChangeAsync(stop => platform.ShowProgressAsync(entry.Message, progress, stop), cancellation);
    }

    /// <summary>Adds to the text. What comes within a second of the last change is shown with the next one, or with the reply.</summary>
    public async ValueTask WriteAsync(string piece, CancellationToken cancellation)
    {
        _written.Append(piece);
        if (IsClosed || (_changed is { } last && time.GetElapsedTime(last) < Between)) return;

        var (whole, draft) = (_written.ToString(), Id);
        if (await ChangeAsync(stop => platform.ShowTextAsync(entry.Message, new DraftText(whole, whole[_shown..]), draft, stop), cancellation)) _shown = whole.Length;
    }

    /// <summary>Progress and text come from different threads; what comes while the other is on its way is left to the next change.</summary>
    private async ValueTask<bool> ChangeAsync(Func<CancellationToken, ValueTask<string?>> show, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _changing, 1) != 0) return false;
        try
        {
            if (Id is null) await NoteAsync("", cancellation);
            var id = await show(cancellation);
            if (id != Id) await NoteAsync(id, cancellation);
            return true;
        }
        finally
        {
            // From its end on: a change that was long on its way is seen late.
            _changed = time.GetTimestamp();
            Volatile.Write(ref _changing, 0);
        }
    }

    private async ValueTask NoteAsync(string? id, CancellationToken cancellation)
    {
        await inbox.DraftAsync(entry.Id, lease, id, cancellation);
        Id = id;
    }
}
