using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Chat.Uploads;

/// <summary>What the core asks of a chat platform about channels that take articles.</summary>
public interface IIngestPlatform
{
    /// <summary>As in <see cref="ChatPlace.Platform"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the person may add articles. Asked before anything is fetched, not on receipt, where the platform waits for an
    /// acknowledgement. While it cannot be known, it throws, and is asked again later.
    /// </summary>
    ValueTask<bool> IsAdministratorAsync(IncomingMessage message, CancellationToken cancellation);

    /// <summary>Reads an attached file, from where the platform keeps its files and from nowhere else.</summary>
    Task<Download> ReadAsync(IngestItem attachment, int mostBytes, CancellationToken cancellation);
}
