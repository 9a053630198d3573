using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Requests;

/// <summary>Makes of a digest a reply with a button for each story, and the record that the buttons act on.</summary>
internal static class DigestComposer
{
    public static ComposedReply Compose(IncomingMessage message, Digest digest, string heading)
    {
        var links = DigestLimits.Of(digest.Request.Length).Links;
        var stories = digest.Stories.Select((story, i) => Card(story, i + 1, links));
        var part = new DigestPart(TextSplitter.Fit(heading, DigestLimits.Heading), [.. stories], DigestText.Account(digest));
        return new ComposedReply(new ChatReply(message.Request.IsPrivate, [part], [.. digest.Stories.Select(Button)])) { Answer = Record(message, digest.Stories, digest.Request.Sources, heading) };
    }

    /// <summary>Every story that was told or left out, with the reason.</summary>
    public static IReadOnlyList<DigestItem> Items(Digest digest)
    {
        var topic = digest.Request.Topic.Length > 0 ? $"about “{digest.Request.Topic}”, " : "";
        return
        [
            .. digest.Stories.Select(s => new DigestItem(s.Headline, true, topic + DigestText.Sources(s) + (s.Update is null ? ", not sent before" : $", sent before and new: {s.Update}"))),
            .. digest.Skipped.Select(s => new DigestItem(s.Headline, false, DigestText.Why(s.Reason))),
        ];
    }

    internal static StoryCard Card(DigestStory story, int number, int links)
    {
        var cited = story.Citations.Select(c => new StoryLink(c.Number, Name(c.Article), c.Article.Url));
        var further = story.Links.Where(a => story.Citations.All(c => c.Article.Id != a.Id)).Take(Math.Max(0, links - story.Citations.Count));
        return new StoryCard(
            number, story.Headline, story.Update?.ToString() ?? "", [.. story.Sentences.Select(s => new StorySentence(s.Text, s.Citations))],
            DigestText.Sources(story), [.. cited, .. further.Select(a => new StoryLink(0, Name(a), a.Url))]);
    }

    private static string Name(Article article) => TextSplitter.Fit(article.Source.Length > 0 ? article.Source : article.Title, DigestLimits.Outlet);

    private static ReplyButton Button(DigestStory story, int index) =>
        new(AnswerComposer.NewId(), ButtonAction.AskStory, $"Ask about story {index + 1}") { Story = story.Id.Value };

    /// <summary>In a conversation of its own: nobody's next question leans on it, unless it is asked below.</summary>
    internal static AnswerRecord Record(IncomingMessage message, IReadOnlyList<DigestStory> stories, IReadOnlyList<string> sources, string heading) => new(
        AnswerComposer.NewId(), message.Place, message.User, message.Request.IsPrivate, message.EventKey, message.ReceivedAt,
        heading, heading, AnswerStatus.Help, "", new AskedScope(null, WordedPeriod: true, sources), [.. stories.SelectMany(Evidence)])
    {
        Stories = [.. stories.Select(s => new StoryRecord(s.Id.Value, s.Headline, [.. s.Earlier.Concat(s.Articles).Select(a => a.Article.Id.Value)], [.. Evidence(s)]))],
    };

    private static IEnumerable<CitedPlace> Evidence(DigestStory story) => story.Citations.Select(CitedPlace.Of);
}
