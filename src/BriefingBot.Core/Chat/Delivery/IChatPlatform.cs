using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Delivery;

/// <summary>What the core asks of a chat platform. Handing messages in is <see cref="ChatInbox.AcceptAsync"/>.</summary>
public interface IChatPlatform
{
    /// <summary>As in <see cref="ChatPlace.Platform"/>.</summary>
    string Name { get; }

    /// <summary>How a reply can still be given once the message's payload has expired; null when it cannot.</summary>
    DeliveryRoute? LateRoute(IncomingMessage message);

    /// <summary>
    /// Why this person gets no answer; null when they get one. Asked before a reply is composed, not on receipt, where the
    /// platform waits for an acknowledgement. While it cannot be known, it throws, and is asked again later.
    /// </summary>
    ValueTask<string?> ObjectionAsync(IncomingMessage message, CancellationToken cancellation);

    /// <summary>Shows what is being done. Called once when a reply takes long; a failure is no failure of the reply.</summary>
    /// <returns>The platform's id of a message that shows it, for <see cref="ReplyDelivery.Draft"/>; null when there is nothing to replace.</returns>
    ValueTask<string?> ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation);

    /// <summary>Shows a reply that is still being written, at most once a second. As with progress, a failure is none of the reply.</summary>
    /// <param name="message">What is replied to.</param>
    /// <param name="text">What is written so far, verified sentence by sentence; the reply may still turn out differently.</param>
    /// <param name="draft">What the call before this one returned.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>As for progress.</returns>
    ValueTask<string?> ShowTextAsync(IncomingMessage message, DraftText text, string? draft, CancellationToken cancellation);

    /// <summary>
    /// Sends the reply, in one message or several. It may be called again for the same reply after a failure or a kill:
    /// what a receipt is there for must not be sent again, and the rest goes out under its <see cref="ReplyDelivery.KeyOf(int)"/>,
    /// by which the platform drops repetitions. Exceptions count as <see cref="DeliveryResult.Later"/>.
    /// </summary>
    ValueTask<DeliveryResult> DeliverAsync(ReplyDelivery delivery, CancellationToken cancellation);
}

/// <summary>A reply as far as it is written.</summary>
/// <param name="Whole">All of it, for platforms that replace a message.</param>
/// <param name="Added">What is new since it was last shown, for those that add to one.</param>
public sealed record DraftText(string Whole, string Added);

/// <summary>By which way a reply goes out.</summary>
public enum DeliveryRoute
{
    /// <summary>As the platform means it: through the message's payload if it has one, else into its place.</summary>
    Reply,

    /// <summary>As a message of its own into the place, since the payload has expired. Never used for private replies.</summary>
    PlaceMessage,

    /// <summary>As a direct message to the person.</summary>
    DirectMessage,
}
