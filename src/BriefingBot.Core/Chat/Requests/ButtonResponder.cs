using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Quotes;

namespace BriefingBot.Chat.Requests;

/// <summary>Does what a button stands for. Everything it needs is in the store, so a restart does not matter.</summary>
public sealed class ButtonResponder(IAnswerStore answers, AnswerComposer composer, ChannelViews views, IArticleLibrary library, AlertResponder alerts)
{
    private const int StoryCards = 6;

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, ButtonPress press, ShowVerified? show, CancellationToken cancellation)
    {
        var button = await answers.FindButtonAsync(press.Button, cancellation);
        if (button is null || !MayPress(message, button.Answer)) return Tell("This button does not work here. Please ask again.");
        var view = await views.OfAsync(message.Place, cancellation);
        return button.Action switch
        {
            ButtonAction.ShowQuotes => await QuotesAsync(button, view, cancellation),
            ButtonAction.Widen => await AgainAsync(message, button.Answer, PeriodSteps.Wider(button.Answer.Scope, Day(message)), view, show, cancellation),
            ButtonAction.Narrow when PeriodSteps.Narrower(button.Answer.Scope, Day(message)) is { } narrower => await AgainAsync(message, button.Answer, narrower, view, show, cancellation),
            ButtonAction.Narrow => Tell("The period cannot be narrowed further."),
            ButtonAction.AskAgain => await AgainAsync(message, button.Answer, button.Answer.Scope, view, show, cancellation),
            ButtonAction.AskStory => await OpenAsync(message, press, button.Answer, StoryOf(button, press), view, cancellation),
            ButtonAction.Share => await ShareAsync(button, view, cancellation),
            ButtonAction.MakeAlert => await alerts.MakeAsync(message, button.Answer, cancellation),
            ButtonAction.MuteAlert => await alerts.ChangeAsync(message, button.Answer.Alert, AlertAction.Mute, cancellation),
            ButtonAction.StopAlert => await alerts.ChangeAsync(message, button.Answer.Alert, AlertAction.Remove, cancellation),
            _ => Judge(message, button),
        };
    }

    /// <summary>In the channel it stands in; and what is private, only by the person it is for.</summary>
    private static bool MayPress(IncomingMessage message, AnswerRecord answer) =>
        answer.Place.Whole == message.Place.Whole && (!answer.Private || answer.User == message.User);

    private static DateOnly Day(IncomingMessage message) => DateOnly.FromDateTime(message.ReceivedAt.UtcDateTime);

    private ValueTask<ComposedReply> AgainAsync(IncomingMessage message, AnswerRecord answer, AskedScope scope, ChannelView view, ShowVerified? show, CancellationToken cancellation) =>
        composer.ComposeAsync(
            new ComposedQuestion(answer.Place, message.User, answer.Private, answer.Conversation, message.ReceivedAt, answer.Understood, answer.Understood, scope),
            view, show, cancellation);

    /// <summary>The words behind each number, looked up once more: what no longer stands in its article is not shown.</summary>
    private async ValueTask<ComposedReply> QuotesAsync(StoredButton button, ChannelView view, CancellationToken cancellation)
    {
        var quotes = new List<QuoteCard>();
        foreach (var cited in button.Answer.Evidence)
        {
            if (await VisibleAsync(cited, view, cancellation) is not { } article || !QuotationCheck.Verbatim(article, cited.Span, cited.Quote)) continue;
            var said = QuotationReader.Read(article).FirstOrDefault(q => q.Direct && q.Span.Overlaps(cited.Span));
            quotes.Add(new QuoteCard(cited.Quote, said is null ? "" : ReplyWriter.Speaker(said), ReplyWriter.Card(article, cited.Number)));
        }

        var heading = quotes.Count == button.Answer.Evidence.Count ? "Checked word for word in the stored articles:"
            : $"{quotes.Count} of {button.Answer.Evidence.Count} passages stand in the stored articles as they were cited; the others have changed or are gone:";
        return new ComposedReply(ChatReply.Of(button.Answer.Private, new QuotesPart(heading, quotes)));
    }

    private async ValueTask<Article?> VisibleAsync(CitedPlace cited, ChannelView view, CancellationToken cancellation) =>
        (await library.FindAsync(ArticleId.Parse(cited.Article), cancellation))?.Article is { } article && view.Access.Admits(article) ? article : null;

    private async ValueTask<ComposedReply> ShareAsync(StoredButton button, ChannelView view, CancellationToken cancellation)
    {
        if (button.Shared) return Tell("This answer is shared already.");
        foreach (var cited in button.Answer.Evidence)
        {
            if (await VisibleAsync(cited, view, cancellation) is null) return Tell("An article of this answer is no longer to be seen here. Please ask again.");
        }

        var parts = button.Reply.Parts.Where(p => p is not NoticePart);
        var buttons = AnswerComposer.FeedbackButtons(button.Answer.Status == AnswerStatus.Answered);
        return new ComposedReply(new ChatReply(false, [new NoticePart($"Asked privately and shared: {button.Answer.Understood}"), .. parts], [.. buttons]))
        {
            Shares = button.Answer.Id,
        };
    }

    private static StoryRecord? StoryOf(StoredButton button, ButtonPress press) =>
        button.Answer.Stories.FirstOrDefault(s => s.Id == button.Reply.Buttons.FirstOrDefault(b => b.Id == press.Button)?.Story);

    /// <summary>Opens a story: what is asked below the reply is asked of the story's articles first.</summary>
    private async ValueTask<ComposedReply> OpenAsync(IncomingMessage message, ButtonPress press, AnswerRecord digest, StoryRecord? story, ChannelView view, CancellationToken cancellation)
    {
        var articles = new List<Article>();
        foreach (var id in story?.Articles ?? [])
        {
            if ((await library.FindAsync(ArticleId.Parse(id), cancellation))?.Article is { } article && view.Access.Admits(article)) articles.Add(article);
        }

        if (story is null || articles.Count == 0) return Tell("The articles of this story are no longer to be seen here.");
        var record = new AnswerRecord(
            AnswerComposer.NewId(), message.Place, message.User, press.Private || digest.Private, message.Conversation, message.ReceivedAt,
            story.Headline, story.Headline, AnswerStatus.Answered, story.Headline, new AskedScope(null, WordedPeriod: true, []),
            [.. story.Evidence.Where(e => articles.Exists(a => a.Id.Value == e.Article))]) { StoryArticles = [.. articles.Select(a => a.Id.Value)] };
        var cards = articles.Take(StoryCards).Select(a => ReplyWriter.Card(a));
        return new ComposedReply(ChatReply.Of(record.Private, new NoticePart($"Ask about “{story.Headline}”: reply to this message, or write in its thread. I answer from these articles first."), new SourcesPart([.. cards]))) { Answer = record };
    }

    private static ComposedReply Judge(IncomingMessage message, StoredButton button)
    {
        var verdict = button.Action switch
        {
            ButtonAction.Helpful => Verdict.Helpful,
            ButtonAction.WrongCitation => Verdict.WrongCitation,
            _ => Verdict.NotHelpful,
        };
        return Tell("Thank you, that is noted.") with { Feedback = new FeedbackEntry(button.Answer.Id, message.User, verdict, message.ReceivedAt) };
    }

    private static ComposedReply Tell(string text) => new(ChatReply.Of(true, new NoticePart(text)));
}
