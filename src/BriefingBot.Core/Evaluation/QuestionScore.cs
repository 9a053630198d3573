using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>
/// How one question went. An article of the ranking stands for the near-copies folded into it: finding one of them is
/// finding the same text.
/// </summary>
/// <param name="Rank">1-based place of the first gold article in the ranking; 0 when it is not among the first ten.</param>
/// <param name="AveragePrecision">Average precision over the first ten articles.</param>
/// <param name="Words">Length of the reply.</param>
/// <param name="Citations">Citations shown, and how many of them are verbatim in the stored article.</param>
public sealed record QuestionScore(
    EvaluationQuestion Question, Answer Answer, int Rank, double AveragePrecision, bool AnswerInReply, int Words, int Citations, int VerbatimCitations)
{
    public const int Depth = 10;

    public CitationSupport? Support { get; } = CitationSupport.Of(Answer);

    public bool Abstained => Answer.Status != AnswerStatus.Answered;

    public static QuestionScore Of(EvaluationQuestion question, Answer answer, int verbatimCitations)
    {
        var gold = (question.Articles ?? []).ToHashSet(StringComparer.Ordinal);
        var ranked = answer.Ranking.Take(Depth).Select(a => a.Copies.Prepend(a.Stored).Any(c => gold.Contains(c.Article.Id.Value))).ToList();
        var words = answer.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new QuestionScore(
            question, answer, ranked.IndexOf(true) + 1, Precision(ranked, gold.Count),
            answer.Status == AnswerStatus.Answered && ReplyText.HoldsAny(answer.Text, question.Answers ?? []),
            words, answer.Citations.Count, verbatimCitations);
    }

    private static double Precision(List<bool> found, int gold)
    {
        var (hits, sum) = (0, 0.0);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i]) sum += ++hits / (i + 1.0);
        }

        return gold == 0 ? 0 : sum / Math.Min(gold, Depth);
    }
}
