using BriefingBot.Answering;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Chat.Requests;

/// <summary>Tells what became of the passages that an answer or digest cites. Where they still say the same, there is nothing to tell.</summary>
public sealed class CorrectionResponder(ICorrectionStore store, CitationFollower citations, ChannelViews views)
{
    private const int MostShown = 5;
    private const int LongestName = 200;

    public async ValueTask<ComposedReply> DueAsync(IncomingMessage message, DueCorrection due, CancellationToken cancellation)
    {
        if (await store.FindAsync(due.Answer, cancellation) is not { } given) return new ComposedReply(ChatReply.Nothing);
        var access = (await views.OfAsync(message.Place, cancellation)).Access;
        var changes = new List<CitationChange>();
        foreach (var (index, cited) in given.Answer.Evidence.Index())
        {
            if (due.Articles.FirstOrDefault(a => a.Id == cited.Article) is not { } article) continue;
            if (await citations.FollowAsync(cited, given.Told.GetValueOrDefault(index), article.Changed, access, cancellation) is not { } change) continue;
            changes.Add(change with { Told = change.Told with { Citation = index } });
        }

        var news = new List<CitationChange>();
        foreach (var change in changes)
        {
            if (!await store.IsToldAsync(due.Answer, message.Place, change.Told, cancellation)) news.Add(change);
        }

        var reply = news.Count == 0 ? ChatReply.Nothing : Reply(given, news);
        return new ComposedReply(reply) { Correction = new ComposedCorrection(due.Answer, message.Place, [.. changes.Select(c => c.Told)]) };
    }

    private static ChatReply Reply(GivenAnswer given, List<CitationChange> changes)
    {
        var isDigest = given.Answer.Status != AnswerStatus.Answered;
        var stories = StoriesOf(given.Answer);
        var cards = changes
            .Select(c => new CorrectionCard(stories.GetValueOrDefault(c.Told.Citation, ""), c.Source, c.What, c.Told.Before, c.After))
            .DistinctBy(c => (c.Source.Title, c.Source.Source, c.Before, c.After)).ToList();
        var name = TextSplitter.Fit(given.Answer.Asked, LongestName);
        var asksAgain = !isDigest && changes.Exists(c => RestsOn(given, c));
        var part = new CorrectionPart(
            isDigest ? $"Correction to “{name}”" : $"Correction to the answer to “{name}”", [.. cards.Take(MostShown)], Math.Max(0, cards.Count - MostShown),
            asksAgain ? "The answer rests on this. “Ask again” answers the question from the articles as they are now." : "");
        return new ChatReply(false, [part], asksAgain ? [new ReplyButton(AnswerComposer.NewId(), ButtonAction.AskAgain, "Ask again")] : []);
    }

    private static bool RestsOn(GivenAnswer given, CitationChange change) =>
        given.Reply.Parts.OfType<SentencesPart>().SelectMany(p => p.Sentences).Any(s => s.Citations.Contains(given.Answer.Evidence[change.Told.Citation].Number));

    /// <summary>The headline of the story that each citation of a digest belongs to: its evidence is that of its stories, one after the other.</summary>
    private static Dictionary<int, string> StoriesOf(AnswerRecord answer) =>
        answer.Stories.SelectMany(s => s.Evidence.Select(_ => s.Headline)).Index().ToDictionary(s => s.Index, s => s.Item);
}
