using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests;

/// <summary>
/// The story of a digest, top to bottom: read the period's articles, group them into stories, keep those on the topic,
/// compare with what was sent, rank, write.
/// </summary>
public sealed class DigestWriter(IArticleLibrary library, IPassageSearch search, ScopeReader scopes)
{
    public async ValueTask<Digest> WriteAsync(DigestRequest request, CancellationToken cancellation)
    {
        var reading = await ReadScopeAsync(request, cancellation);
        var articles = await ReadArticlesAsync(request.Period, reading.Filter, cancellation);
        var account = new DigestAccount(request.Period);
        account.Leave(LeftOutReason.RoundUp, articles.Where(a => RoundUp.Is(a.Article.Title)));

        cancellation.ThrowIfCancellationRequested();
        var stories = StoryClustering.Group(articles.Where(a => !RoundUp.Is(a.Article.Title)), search)
            .Select(group => Story.Of(group, request.Period)).OfType<Story>().ToList();
        stories = account.Keep(LeftOutReason.OffTopic, stories, IsOnTopic(request.Topic, reading));
        stories = account.Keep(LeftOutReason.AlreadySent, request.Sent.Compare(stories), story => story.Tellers.Count > 0);

        var written = Write(StoryRanking.Rank(stories, request.Period), DigestLimits.Of(request.Length), account);
        var undated = reading.Filter with { From = null, To = null };
        return new Digest(request, written, articles.Count(a => request.Period.Contains(a.Article.Published!)), account.LeftOut((await library.DescribeAsync(undated, cancellation)).Undated)) { Skipped = account.Skipped };
    }

    private ValueTask<ScopeReading> ReadScopeAsync(DigestRequest request, CancellationToken cancellation) =>
        scopes.ReadAsync(new Question(request.Topic, request.Period.To, Sources: request.Sources) { Access = request.Access, WordedPeriod = false }, cancellation);

    /// <summary>The articles of the period, and of the time before it those that its stories may have begun with.</summary>
    private async ValueTask<IReadOnlyList<StoredArticle>> ReadArticlesAsync(DigestPeriod period, ArticleFilter scope, CancellationToken cancellation)
    {
        var days = scope with { From = Day(period.From - DigestWeights.LookBack), To = Day(period.To), Undated = false };
        var articles = await library.WithinAsync(days, cancellation);
        return [.. articles.Where(a => a.Article.Published!.Instant < period.To)];
    }

    /// <summary>Whether enough of a story's articles are about the topic, by the bound that answers have to pass.</summary>
    private Func<Story, bool> IsOnTopic(string topic, ScopeReading reading)
    {
        if (topic.Length == 0) return _ => true;
        var subject = QuestionSubject.Of(QuestionTerms.Of(topic, reading.Understood), search);
        return story =>
        {
            var texts = story.Articles.DistinctBy(a => a.CopyGroup).Select(StoryOpening.Read).ToList();
            return texts.Count(text => text.Passages.Count > 0 && EvidenceJudge.IsAbout(subject, text)) >= DigestWeights.OnTopic * texts.Count;
        };
    }

    private List<DigestStory> Write(IEnumerable<Story> ranked, DigestLimits limits, DigestAccount account)
    {
        var (writer, written) = (new StoryWriter(search, limits), new List<DigestStory>());
        foreach (var story in ranked)
        {
            if (written.Count == limits.Stories) account.Leave(LeftOutReason.NoRoom, story);
            else if (writer.Write(story) is { } told) written.Add(told);
            else account.Leave(LeftOutReason.NotCitable, story);
        }

        return written;
    }

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
