using BriefingBot.Answering;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Quotes;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Requests;

/// <summary>Finds exact words on a topic.</summary>
public sealed class QuoteResponder(QuoteFinder finder, ChannelViews views)
{
    private const int Most = 5;

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, QuoteRequest request, CancellationToken cancellation)
    {
        var view = await views.OfAsync(message.Place, cancellation);
        var topic = new Question(request.Topic.Trim(), message.ReceivedAt) { Access = view.Access };
        var speaker = request.Speaker.Trim();
        var found = await finder.FindAsync(topic, speaker.Length == 0 ? null : speaker, Most, cancellation);
        var heading = found.Quotes.Count == 0 ? "Not found: the articles quote nobody on this."
            : found.Quotes.All(q => q.Quotation.Direct) ? "Said, word for word:"
            : "Nobody is quoted on this. The articles write, word for word:";
        var quotes = new QuotesPart(heading, [.. found.Quotes.Select(q => ReplyWriter.Quote(q.Article, q.Quotation))]);
        return new ComposedReply(ChatReply.Of(request.Private, quotes, new ScopePart(ScopeLine.Of(found.Scope))));
    }
}
