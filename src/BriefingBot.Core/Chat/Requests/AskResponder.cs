using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Answering;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Conversations;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Chat.Requests;

/// <summary>Answers a question in the light of its conversation.</summary>
public sealed class AskResponder(ConversationMemory memory, FollowUpReader followUps, AnswerComposer composer, ChannelViews views, IArticleLibrary library, AlertResponder alerts)
{
    /// <summary>A question is a line or two; what is longer is cut, for it costs time and helps nobody.</summary>
    private const int LongestQuestion = 1000;

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, AskRequest request, ShowVerified? show, CancellationToken cancellation)
    {
        if (AlertWording.Read(request.Question) is { } wish) return await AlertAsync(message, wish, cancellation);
        var view = await views.OfAsync(message.Place, cancellation);
        var since = SincePhrase.Read(request.Since, message.ReceivedAt);
        if (request.Since.Trim().Length > 0 && since is null)
        {
            return Refuse(request, $"I do not understand “{request.Since.Trim()}” as a day. Write it like 2020-09-30, or “last Monday”.");
        }

        var known = (await library.DescribeAsync(ArticleFilter.EverythingIn(view.Access), cancellation)).Sources;
        var sources = OutletNames.Matching(request.Source, known);
        if (request.Source.Trim().Length > 0 && sources.Count == 0) return Refuse(request, OutletNames.Unknown(request.Source, known));

        var asked = TextSplitter.Fit(request.Question.Trim(), LongestQuestion);
        var context = await memory.ContextAsync(message, cancellation);
        var understood = await followUps.UnderstandAsync(context.Conversation, asked, $"{message.Place.Platform}:{message.User}", cancellation);
        var question = new ComposedQuestion(
            message.Place, message.User, request.Private, message.Conversation, message.ReceivedAt,
            asked, understood, new AskedScope(since, WordedPeriod: true, sources)) { Prefer = context.Prefer };
        return await composer.ComposeAsync(question, view, show, cancellation);
    }

    /// <summary>Without a topic, it is for what was asked last and not answered.</summary>
    private async ValueTask<ComposedReply> AlertAsync(IncomingMessage message, string wish, CancellationToken cancellation)
    {
        if (wish.Length == 0) wish = (await memory.ContextAsync(message, cancellation)).Conversation.Turns.LastOrDefault(t => t.Status is not (AnswerStatus.Answered or AnswerStatus.Help))?.Understood ?? "";
        return await alerts.MakeAsync(message, message.Place, wish, [], message.Request.IsPrivate, cancellation);
    }

    private static ComposedReply Refuse(AskRequest request, string why) => new(ChatReply.Of(request.Private, new ErrorPart(why)));
}
