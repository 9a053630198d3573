using System.Buffers.Text;
using System.Security.Cryptography;
using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Requests;

/// <summary>A question as it goes to the engine, with where and for whom it is answered.</summary>
internal sealed record ComposedQuestion(
    ChatPlace Place, string User, bool Private, string Conversation, DateTimeOffset AsOf, string Asked, string Understood, AskedScope Scope)
{
    public IReadOnlyList<ArticleId> Prefer { get; init; } = [];
}

/// <summary>Asks the engine and makes of its answer a reply with buttons and the record they act on.</summary>
public sealed class AnswerComposer(QuestionAnswerer answerer)
{
    internal async ValueTask<ComposedReply> ComposeAsync(ComposedQuestion asked, ChannelView view, ShowVerified? show, CancellationToken cancellation)
    {
        var question = new Question(asked.Understood, asked.AsOf, asked.Scope.Since, Sources: asked.Scope.Sources)
        {
            Access = view.Access,
            User = $"{asked.Place.Platform}:{asked.User}",
            Prefer = asked.Prefer,
            WordedPeriod = asked.Scope.WordedPeriod,
        };
        return Compose(asked, await answerer.AnswerAsync(question, view.Length, show, cancellation));
    }

    /// <summary>The reply as a chat platform is given it, for looking at: its buttons are in no store.</summary>
    public static ChatReply Show(Question question, Answer answer)
    {
        var scope = new AskedScope(question.Since, question.WordedPeriod, question.Sources ?? []);
        return Compose(new ComposedQuestion(new ChatPlace("", "", ""), "", false, "", question.AsOf, question.Text, question.Text, scope), answer).Reply;
    }

    private static ComposedReply Compose(ComposedQuestion asked, Answer answer)
    {
        var record = Record(asked, answer);
        IEnumerable<ReplyPart> understood = asked.Understood == asked.Asked ? [] : [new NoticePart($"Understood as: {asked.Understood}")];
        return new ComposedReply(new ChatReply(asked.Private, [.. understood, .. ReplyWriter.Parts(answer)], [.. Buttons(record)])) { Answer = record };
    }

    private static AnswerRecord Record(ComposedQuestion asked, Answer answer) => new(
        NewId(), asked.Place, asked.User, asked.Private, asked.Conversation, asked.AsOf, asked.Asked, asked.Understood, answer.Status, answer.Text,
        asked.Scope with { From = answer.Scope?.Filter.From, To = answer.Scope?.Filter.To },
        [.. answer.Citations.Select(CitedPlace.Of)]);

    internal static IEnumerable<ReplyButton> Buttons(AnswerRecord record)
    {
        if (record.Status == AnswerStatus.Help) yield break;
        var answered = record.Status == AnswerStatus.Answered;
        if (answered) yield return Button(ButtonAction.ShowQuotes, "Show quotes");
        if (PeriodSteps.CanWiden(record.Scope)) yield return Button(ButtonAction.Widen, "Widen period");
        if (answered && PeriodSteps.Narrower(record.Scope, record.Day) is not null) yield return Button(ButtonAction.Narrow, "Narrow period");
        if (answered && record.Private) yield return Button(ButtonAction.Share, "Share");
        // What was asked in private in a channel is not told to all of it.
        if (!answered && !(record.Private && record.Place.Workspace.Length > 0)) yield return Button(ButtonAction.MakeAlert, "Tell me when something arrives");
        foreach (var button in FeedbackButtons(answered)) yield return button;
    }

    internal static IEnumerable<ReplyButton> FeedbackButtons(bool answered)
    {
        yield return Button(ButtonAction.Helpful, "Helpful");
        yield return Button(ButtonAction.NotHelpful, "Not helpful");
        if (answered) yield return Button(ButtonAction.WrongCitation, "Wrong citation");
    }

    private static ReplyButton Button(ButtonAction action, string label) => new(NewId(), action, label);

    /// <summary>Not to be guessed: a button works for whoever knows its id.</summary>
    internal static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
