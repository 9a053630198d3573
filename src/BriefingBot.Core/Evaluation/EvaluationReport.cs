namespace BriefingBot.Evaluation;

/// <summary>The measures over a question file; shares are 0 to 1, times in milliseconds.</summary>
/// <param name="AnswerInReply">Share of answerable questions whose reply holds a gold string; an abstention holds none.</param>
/// <param name="CitationRecall">As <see cref="CitationSupport.Recall"/>, mean over answers that cite; 1 when there are none. Likewise precision.</param>
/// <param name="CitationValidity">Share of citations whose quote is exactly the stored text at its offsets; 1 when there are none.</param>
public sealed record EvaluationReport(
    int Questions, int Answerable, int Unanswerable,
    double HitAt1, double HitAt4, double HitAt5, double HitAt10, double MrrAt10, double MapAt10,
    double AnswerInReply, double MeanReplyWords, int LongestReplyWords,
    double AbstentionOnUnanswerable, double AbstentionOnAnswerable,
    int Citations, double CitationValidity, double CitationRecall, double CitationPrecision, WritingReport Writing,
    Latency RetrieveMs, Latency TotalMs)
{
    public static EvaluationReport Of(IReadOnlyCollection<QuestionScore> scores)
    {
        var answerable = scores.Where(s => s.Question.Answerable).ToList();
        var unanswerable = scores.Where(s => !s.Question.Answerable).ToList();
        var answered = scores.Where(s => !s.Abstained).ToList();
        var supports = scores.Select(s => s.Support).OfType<CitationSupport>().ToList();
        var citations = scores.Sum(s => s.Citations);
        return new EvaluationReport(
            scores.Count, answerable.Count, unanswerable.Count,
            Hit(answerable, 1), Hit(answerable, 4), Hit(answerable, 5), Hit(answerable, 10),
            Mean(answerable, s => s.Rank == 0 ? 0 : 1.0 / s.Rank), Mean(answerable, s => s.AveragePrecision),
            Share(answerable, s => s.AnswerInReply), Mean(answered, s => s.Words), answered.Count == 0 ? 0 : answered.Max(s => s.Words),
            Share(unanswerable, s => s.Abstained), Share(answerable, s => s.Abstained),
            citations, citations == 0 ? 1 : scores.Sum(s => s.VerbatimCitations) / (double)citations,
            Mean(supports, s => s.Recall, none: 1), Mean(supports, s => s.Precision, none: 1), WritingReport.Of(scores),
            Latency.Of(scores.Select(s => s.Answer.Timings.Retrieve)), Latency.Of(scores.Select(s => s.Answer.Timings.Total)));
    }

    private static double Hit(List<QuestionScore> scores, int depth) => Share(scores, s => s.Rank > 0 && s.Rank <= depth);

    private static double Share(List<QuestionScore> scores, Func<QuestionScore, bool> counts) => Mean(scores, s => counts(s) ? 1 : 0);

    private static double Mean<T>(List<T> scores, Func<T, double> value, double none = 0) => scores.Count == 0 ? none : scores.Average(value);
}

/// <summary>Median and 95th percentile in milliseconds.</summary>
public readonly record struct Latency(double P50, double P95)
{
    public static Latency Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? default : new Latency(At(sorted, 0.5), At(sorted, 0.95));
    }

    /// <summary>Nearest-rank percentile.</summary>
    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
