using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Corrections;

/// <summary>
/// Articles that changed, until they are seen to, and what was told of them. Changes come in through
/// <see cref="ArticleChanges.IChangeLedger"/>; what is told is stored through <see cref="IInboxStore.AnswerAsync"/>, with the reply.
/// </summary>
public interface ICorrectionStore
{
    /// <summary>Articles that have not been seen to and last changed up to an instant, or first changed up to another.</summary>
    ValueTask<IReadOnlyList<ChangedArticle>> SettledAsync(DateTimeOffset last, DateTimeOffset first, CancellationToken cancellation);

    /// <summary>How many articles were withdrawn within a period and are not back, seen to or not. They are remembered for a day.</summary>
    ValueTask<int> CountWithdrawnAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>What was delivered since an instant and cites any of these, newest first.</summary>
    ValueTask<IReadOnlyList<CitingAnswer>> CitingAsync(IReadOnlyCollection<ArticleId> articles, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>
    /// Counts articles as seen to and puts what follows into the inbox, in one transaction; false when one of them has changed
    /// again or somebody else has seen to it.
    /// </summary>
    ValueTask<bool> TakeAsync(IReadOnlyList<ChangedArticle> articles, IReadOnlyList<IncomingMessage> corrections, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>An answer as it was given; null when it is forgotten.</summary>
    ValueTask<GivenAnswer?> FindAsync(string answer, CancellationToken cancellation);

    /// <summary>Whether another answer in the same thread was corrected in the same way.</summary>
    ValueTask<bool> IsToldAsync(string answer, ChatPlace thread, ToldCitation told, CancellationToken cancellation);
}

/// <summary>An article that was replaced or withdrawn.</summary>
/// <param name="Sequence">The number of its last change.</param>
/// <param name="First">When it was first seen to have changed since it last was at rest.</param>
/// <param name="Last">When it was last seen to have changed.</param>
public sealed record ChangedArticle(ArticleId Id, long Sequence, bool IsWithdrawn, DateTimeOffset First, DateTimeOffset Last);

/// <param name="MessageId">The platform's id of its first message.</param>
public sealed record CitingAnswer(AnswerRecord Answer, string MessageId, IReadOnlyList<ArticleId> Articles);

/// <param name="Told">By which citation, the last of what was told.</param>
public sealed record GivenAnswer(AnswerRecord Answer, ChatReply Reply, IReadOnlyDictionary<int, ToldCitation> Told);

/// <summary>What was told of a citation.</summary>
/// <param name="Citation">Which one of <see cref="AnswerRecord.Evidence"/>, from 0 up.</param>
/// <param name="Current">The passage as it stands now; empty when it does not.</param>
public sealed record ToldCitation(int Citation, string Article, string Before, string Current);

/// <summary>What a reply tells of an answer's citations; stored with it.</summary>
public sealed record ComposedCorrection(string Answer, ChatPlace Place, IReadOnlyList<ToldCitation> Told);
