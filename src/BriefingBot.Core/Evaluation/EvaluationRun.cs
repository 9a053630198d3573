using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Evaluation;

/// <summary>Asks every question at its own instant and scores the answers against the stored articles.</summary>
public sealed class EvaluationRun(QuestionAnswerer answerer, IArticleLibrary library)
{
    private const int WarmUp = 20;

    public async Task<IReadOnlyList<QuestionScore>> AskAllAsync(
        IReadOnlyList<EvaluationQuestion> questions, IProgress<int>? progress, CancellationToken cancellation)
    {
        // The first questions of a process pay for compiling the code; latency is reported warm. A model is not paid for that.
        foreach (var question in questions.Take(WarmUp)) await AskAsync(answerer.Extractive, question, cancellation);

        var scores = new List<QuestionScore>(questions.Count);
        foreach (var question in questions)
        {
            var answer = await AskAsync(answerer, question, cancellation);
            scores.Add(QuestionScore.Of(question, answer, await CountVerbatimAsync(answer, cancellation)));
            progress?.Report(scores.Count);
        }

        return scores;
    }

    private static ValueTask<Answer> AskAsync(QuestionAnswerer asked, EvaluationQuestion question, CancellationToken cancellation) =>
        asked.AnswerAsync(new Question(question.Question, AsOf.Parse(question.AsOf)), cancellation);

    /// <summary>Looks each citation up in the store anew, so that the check does not trust what the answerer held.</summary>
    private async ValueTask<int> CountVerbatimAsync(Answer answer, CancellationToken cancellation)
    {
        var verbatim = 0;
        foreach (var citation in answer.Citations)
        {
            var text = (await library.FindAsync(citation.Article.Id, cancellation))?.Article.Text ?? "";
            var (start, end) = (citation.Span.Start, citation.Span.End);
            if (start >= 0 && end <= text.Length && start < end && text[start..end] == citation.Quote) verbatim++;
        }

        return verbatim;
    }
}
