using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Conversations;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Retrieval.Outlets;

namespace BriefingBot.Chat.Requests;

/// <summary>Answers a question in the light of its conversation.</summary>
public sealed class AskResponder(ConversationMemory memory, FollowUpReader followUps, AnswerComposer composer, ChannelViews views, IArticleLibrary library)
{
    /// <summary>A question is a line or two; what is longer is cut, for it costs time and helps nobody.</summary>
    private const int LongestQuestion = 1000;

    private const int ShownSources = 8;

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, AskRequest request, ShowVerified? show, CancellationToken cancellation)
    {
        var view = await views.OfAsync(message.Place, cancellation);
        var since = SincePhrase.Read(request.Since, message.ReceivedAt);
        if (request.Since.Trim().Length > 0 && since is null)
        {
            return Refuse(request, $"I do not understand “{request.Since.Trim()}” as a day. Write it like 2020-09-30, or “last Monday”.");
        }

        var known = (await library.DescribeAsync(ArticleFilter.EverythingIn(view.Access), cancellation)).Sources;
        var sources = Matching(request.Source, known);
        if (request.Source.Trim().Length > 0 && sources.Count == 0) return Refuse(request, UnknownSource(request.Source.Trim(), known));

        var asked = TextSplitter.Fit(request.Question.Trim(), LongestQuestion);
        var context = await memory.ContextAsync(message, cancellation);
        var understood = await followUps.UnderstandAsync(context.Conversation, asked, $"{message.Place.Platform}:{message.User}", cancellation);
        var question = new ComposedQuestion(
            message.Place, message.User, request.Private, message.Conversation, message.ReceivedAt,
            asked, understood, new AskedScope(since, WordedPeriod: true, sources)) { Prefer = context.Prefer };
        return await composer.ComposeAsync(question, view, show, cancellation);
    }

    /// <summary>Outlets by any of the ways they are written.</summary>
    private static List<string> Matching(string source, IReadOnlyList<SourceCount> known)
    {
        var wanted = SourceName.KeysOf(source.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. known.Select(k => k.Source).Where(name => SourceName.KeysOf(name).Any(wanted.Contains))];
    }

    private static string UnknownSource(string source, IReadOnlyList<SourceCount> known)
    {
        var names = known.Where(k => k.Source.Length > 0).Take(ShownSources).Select(k => k.Source).ToList();
        return $"There are no articles of “{source}” here." + (names.Count > 0 ? $" There are some of {string.Join(", ", names)}." : "");
    }

    private static ComposedReply Refuse(AskRequest request, string why) => new(ChatReply.Of(request.Private, new ErrorPart(why)));
}
