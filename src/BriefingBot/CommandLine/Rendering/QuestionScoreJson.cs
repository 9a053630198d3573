using BriefingBot.Evaluation;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>How one question of <c>eval</c> went, for programs.</summary>
/// <param name="Rank">Place of the first known article; 0 when it is not among the first ten.</param>
/// <param name="Ranking">Ids of the first ten articles.</param>
internal sealed record QuestionScoreJson(
    string Id, string Question, string AsOf, bool Answerable, string Status, int Rank, double AveragePrecision,
    bool AnswerInReply, int Words, int Citations, int VerbatimCitations, IReadOnlyList<string> Ranking, string Reply)
{
    public static QuestionScoreJson Of(QuestionScore score) => new(
        score.Question.Id, score.Question.Question, score.Question.AsOf, score.Question.Answerable,
        OutputJson.Name(score.Answer.Status), score.Rank, score.AveragePrecision,
        score.AnswerInReply, score.Words, score.Citations, score.VerbatimCitations,
        [.. score.Answer.Ranking.Take(QuestionScore.Depth).Select(a => a.Article.Id.Value)], score.Answer.Text);
}
