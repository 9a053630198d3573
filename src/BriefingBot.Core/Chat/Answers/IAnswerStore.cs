using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Answers;

/// <summary>What was answered. It is written through <see cref="Inbox.IInboxStore.AnswerAsync"/>, with the reply and all at once.</summary>
public interface IAnswerStore
{
    /// <summary>The newest answers of a conversation, oldest first.</summary>
    ValueTask<IReadOnlyList<AnswerRecord>> TurnsAsync(string conversation, int most, CancellationToken cancellation);

    /// <summary>The newest answers to a person's questions, wherever asked, newest first.</summary>
    ValueTask<IReadOnlyList<AnswerRecord>> RecentAsync(string platform, string user, int most, CancellationToken cancellation);

    /// <summary>The answer that a message of ours carried, by the platform's id of the message; null when there is none.</summary>
    ValueTask<AnswerRecord?> FindByMessageAsync(string platform, string messageId, CancellationToken cancellation);

    /// <summary>What a button stands for; null when it is unknown.</summary>
    ValueTask<StoredButton?> FindButtonAsync(string id, CancellationToken cancellation);

    ValueTask<IReadOnlyList<Feedback.Gap>> GapsAsync(CancellationToken cancellation);
}

/// <param name="Reply">The reply that the button stands under.</param>
/// <param name="Shared">Whether that reply has been shared.</param>
public sealed record StoredButton(ButtonAction Action, AnswerRecord Answer, ChatReply Reply, bool Shared);
