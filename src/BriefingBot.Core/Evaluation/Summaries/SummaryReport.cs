using BriefingBot.Articles;
using BriefingBot.Articles.Formats;
using BriefingBot.Digests;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Evaluation.Summaries;

/// <summary>Mean ROUGE over a summary file: of the digest's sentences, and of the first three sentences of the first text, the baseline which is hard to beat on news.</summary>
/// <param name="Verbatim">Share of the summaries' sentences that stand word for word in their texts.</param>
public sealed record SummaryReport(int Tasks, RougeMeans Digest, RougeMeans LeadThree, double Verbatim)
{
    /// <summary>As many as the baseline has, so that length does not decide.</summary>
    public const int Sentences = 3;

    public static SummaryReport Of(IReadOnlyList<SummaryTask> tasks, IPassageSearch search, CancellationToken cancellation)
    {
        var (digest, lead, sentences, verbatim) = (new List<Rouge>(), new List<Rouge>(), 0, 0);
        foreach (var task in tasks)
        {
            cancellation.ThrowIfCancellationRequested();
            var articles = task.Texts.Select(Article).ToList();
            var summary = Summarise(articles, search);
            sentences += summary.Count;
            verbatim += summary.Count(s => articles.Exists(a => OneLine(a.Article.Text).Contains(s, StringComparison.Ordinal)));
            digest.Add(Rouge.Of(string.Join(' ', summary), task.Reference));
            lead.Add(Rouge.Of(Lead(articles[0].Article), task.Reference));
        }

        return new SummaryReport(tasks.Count, RougeMeans.Of(digest), RougeMeans.Of(lead), sentences == 0 ? 1 : (double)verbatim / sentences);
    }

    private static List<string> Summarise(IEnumerable<StoredArticle> articles, IPassageSearch search)
    {
        var openings = articles.Select(StoryOpening.Read).ToList();
        return [.. new StorySentences(search).Choose(openings, openings, Sentences).Select(s => s.Text)];
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static StoredArticle Article(string text, int number)
    {
        var read = ArticleText.Plain(text);
        var article = new Article { Id = ArticleId.Parse($"text-{number + 1}"), Text = read.Text, Blocks = read.Blocks };
        return new StoredArticle(number + 1, article, DateTimeOffset.UnixEpoch, number + 1);
    }

    private static string Lead(Article article) => string.Join(' ', article.Blocks.Where(b => b.Kind == BlockKind.Body)
        .SelectMany(b => SentenceSplitter.Split(article.Text, b.Span)).Take(Sentences).Select(span => span.Of(article.Text)));
}

/// <summary>Means over all tasks.</summary>
public sealed record RougeMeans(MeanScore Rouge1, MeanScore Rouge2, MeanScore RougeL)
{
    internal static RougeMeans Of(IReadOnlyList<Rouge> scores) => new(
        MeanScore.Of(scores.Select(s => s.Unigrams)), MeanScore.Of(scores.Select(s => s.Bigrams)), MeanScore.Of(scores.Select(s => s.Longest)));
}

/// <summary>The mean of F1 is over tasks, so it is not that of the mean precision and recall.</summary>
public readonly record struct MeanScore(double Precision, double Recall, double F1)
{
    internal static MeanScore Of(IEnumerable<RougeScore> scores)
    {
        var all = scores.ToList();
        return new MeanScore(all.Average(s => s.Precision), all.Average(s => s.Recall), all.Average(s => s.F1));
    }
}
