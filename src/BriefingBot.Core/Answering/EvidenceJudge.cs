using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>
/// Decides whether what was found is about the question. Matching words is not enough: the best article must cover
/// most of what the question is about, and more of it the older it is, for old news about something similar is what
/// a wrong answer is usually made of. The bound is fixed; it is never lowered until something passes.
/// </summary>
internal static class EvidenceJudge
{
    public static bool IsOnTheQuestion(RetrievalResult found) => Strength(found) >= AnswerWeights.RequiredStrength;

    /// <summary>Roughly 0 (unrelated) to 1 (every word of the question is met in one recent sentence).</summary>
    public static double Strength(RetrievalResult found)
    {
        if (found.Articles.Count == 0) return 0;
        var best = found.Articles[0];
        var sentence = found.Articles.Take(AnswerWeights.JudgedArticles).Max(article => BestSentence(found.Subject, article));
        return ((found.Subject.Coverage(best.Stems) + sentence) / 2) - Staleness(found, best);
    }

    /// <summary>Whether an article is about a subject, whatever its age and whatever others there are.</summary>
    public static bool IsAbout(QuestionSubject subject, RetrievedArticle article) =>
        (subject.Coverage(article.Stems) + BestSentence(subject, article)) / 2 >= AnswerWeights.RequiredStrength;

    private static double BestSentence(QuestionSubject subject, RetrievedArticle article) =>
        article.Passages.SelectMany(p => p.Sentences)
            .Max(s => subject.Coverage(s.Stems, article.TitleStems));

    private static double Staleness(RetrievalResult found, RetrievedArticle article)
    {
        if (article.Article.Published is not { } published || found.Scope.Filter.From is not null) return 0;
        var age = Math.Max(0, found.Question.AsOfDay.DayNumber - published.Day.DayNumber);
        return Math.Min(AnswerWeights.MostStaleness, AnswerWeights.Staleness * Math.Log(1 + (age / AnswerWeights.FreshDays)));
    }
}
