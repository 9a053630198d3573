namespace BriefingBot.Evaluation;

/// <summary>What a model did over a question file; all 0 without one.</summary>
/// <param name="Answers">Answers that it was asked to write.</param>
/// <param name="Fallbacks">Of them, those given without it.</param>
/// <param name="Written">Sentences that it wrote.</param>
/// <param name="Refused">Sentences refused, second attempts included.</param>
/// <param name="Replaced">Sentences in whose place an article's own was put.</param>
/// <param name="Dropped">Sentences that nothing took the place of.</param>
public sealed record WritingReport(int Answers, int Fallbacks, int Written, int Refused, int Replaced, int Dropped, long InputTokens, long OutputTokens)
{
    public static WritingReport Of(IEnumerable<QuestionScore> scores)
    {
        var reports = scores.Select(s => s.Answer.Synthesis).OfType<Answering.Synthesis.SynthesisReport>().ToList();
        return new WritingReport(
            reports.Count, reports.Count(r => r.Fallback.Length > 0), reports.Sum(r => r.Written), reports.Sum(r => r.Refused.Values.Sum()),
            reports.Sum(r => r.Replaced), reports.Sum(r => r.Dropped), reports.Sum(r => r.Usage.InputTokens), reports.Sum(r => r.Usage.OutputTokens));
    }
}
