using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;

namespace BriefingBot.Chat.Conversations;

/// <summary>What a message continues.</summary>
/// <param name="Prefer">Articles of the answers it hangs under, which come first in its own answer.</param>
public sealed record ConversationContext(Conversation Conversation, IReadOnlyList<ArticleId> Prefer);

/// <summary>
/// Remembers our own turns, from the store: platforms are not asked for what was said. A reply to an answer of ours
/// continues that answer; a thread continues the answer it hangs under and all that was asked in it.
/// </summary>
public sealed class ConversationMemory(IAnswerStore answers)
{
    private const int Remembered = 8;

    public async ValueTask<ConversationContext> ContextAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (await AnswerInAsync(message, message.RepliesTo, cancellation) is { } repliedTo) return Of([repliedTo], [repliedTo]);
        var turns = await answers.TurnsAsync(message.Conversation, Remembered, cancellation);
        if (message.Place.Thread.Length == 0) return Of(turns, []);

        // On Discord, a thread under a message has the message's id; on Slack, that of the message's own time.
        if (await AnswerInAsync(message, message.Place.Thread, cancellation) is { } origin) turns = [origin, .. turns];
        turns = SinceStory(turns);
        return Of(turns, turns);
    }

    /// <summary>In a thread under a digest, the story that was opened last is what is talked about.</summary>
    private static IReadOnlyList<AnswerRecord> SinceStory(IReadOnlyList<AnswerRecord> turns) =>
        [.. turns.Skip(Math.Max(0, turns.ToList().FindLastIndex(t => t.StoryArticles.Count > 0)))];

    /// <summary>The answer in a message of ours, unless it was given elsewhere or only to somebody else.</summary>
    private async ValueTask<AnswerRecord?> AnswerInAsync(IncomingMessage message, string messageId, CancellationToken cancellation) =>
        messageId.Length > 0
        && await answers.FindByMessageAsync(message.Place.Platform, messageId, cancellation) is { } answer
        && answer.Place.Whole == message.Place.Whole
        && (!answer.Private || answer.User == message.User)
            ? answer
            : null;

    private static ConversationContext Of(IReadOnlyList<AnswerRecord> turns, IReadOnlyList<AnswerRecord> preferred) => new(
        new Conversation([.. turns.Select(t => new Turn(t.Understood, t.Status))]),
        [.. preferred.SelectMany(t => t.StoryArticles.Concat(t.Evidence.Select(e => e.Article))).Distinct(StringComparer.Ordinal).Select(ArticleId.Parse)]);
}
