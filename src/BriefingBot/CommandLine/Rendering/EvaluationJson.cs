using System.Text.Json.Serialization;
using BriefingBot.Evaluation;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>The measures of <c>eval</c>, for programs; shares are 0 to 1, times milliseconds.</summary>
/// <param name="Indexing">Null when nothing was indexed in this run.</param>
/// <param name="PeakMemoryMb">Largest resident set of the process so far, in MiB.</param>
internal sealed record EvaluationJson(
    int Questions, int Answerable, int Unanswerable,
    [property: JsonPropertyName("hit@1")] double HitAt1,
    [property: JsonPropertyName("hit@4")] double HitAt4,
    [property: JsonPropertyName("hit@5")] double HitAt5,
    [property: JsonPropertyName("hit@10")] double HitAt10,
    [property: JsonPropertyName("mrr@10")] double MrrAt10,
    [property: JsonPropertyName("map@10")] double MapAt10,
    double AnswerInReply, double MeanReplyWords, int LongestReplyWords,
    double AbstentionOnUnanswerable, double AbstentionOnAnswerable,
    int Citations, double CitationValidity, double CitationRecall, double CitationPrecision, WritingReport Writing,
    Latency RetrieveMs, Latency TotalMs,
    IndexingRateJson? Indexing, double PeakMemoryMb)
{
    private const double Mebibyte = 1024 * 1024;

    public static EvaluationJson Of(EvaluationReport report, IndexingReport? indexing, long peakBytes) => new(
        report.Questions, report.Answerable, report.Unanswerable,
        Round(report.HitAt1), Round(report.HitAt4), Round(report.HitAt5), Round(report.HitAt10), Round(report.MrrAt10), Round(report.MapAt10),
        Round(report.AnswerInReply), Round(report.MeanReplyWords), report.LongestReplyWords,
        Round(report.AbstentionOnUnanswerable), Round(report.AbstentionOnAnswerable),
        report.Citations, Round(report.CitationValidity), Round(report.CitationRecall), Round(report.CitationPrecision), report.Writing,
        Round(report.RetrieveMs), Round(report.TotalMs),
        IndexingRateJson.Of(indexing), Math.Round(peakBytes / Mebibyte, 1));

    private static double Round(double value) => Math.Round(value, 4);

    private static Latency Round(Latency latency) => new(Math.Round(latency.P50, 2), Math.Round(latency.P95, 2));
}

/// <summary>How fast the corpus was indexed in this run.</summary>
internal sealed record IndexingRateJson(int Articles, int Passages, double Seconds, double ArticlesPerSecond, double PassagesPerSecond)
{
    public static IndexingRateJson? Of(IndexingReport? report)
    {
        if (report is null || report.Passages == 0) return null;
        var (articles, seconds) = (report.Added + report.Changed, report.Elapsed.TotalSeconds);
        return new IndexingRateJson(articles, report.Passages, Math.Round(seconds, 2), Math.Round(articles / seconds), Math.Round(report.Passages / seconds));
    }
}
