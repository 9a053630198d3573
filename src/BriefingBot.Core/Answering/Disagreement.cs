using BriefingBot.Answering.Conflicts;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Says so when another outlet contradicts what an answer says, and cites both.</summary>
internal static class Disagreement
{
    /// <summary>The answer with a note on the first disagreement; the last sentences make room for it, never the first.</summary>
    public static IReadOnlyList<DraftSentence> Note(IReadOnlyList<DraftSentence> answer, IReadOnlyList<RetrievedArticle> articles, AnswerOptions length)
    {
        var note = answer.SelectMany(sentence => sentence.Evidence).SelectMany(evidence => Against(evidence, articles))
            .FirstOrDefault(n => !answer.Any(s => n.Evidence.All(e => s.Evidence.Any(own => own.Article == e.Article && own.Span.Overlaps(e.Span)))));
        if (note is null || length.MaxSentences < 2) return answer;
        for (var kept = Math.Min(answer.Count, length.MaxSentences - 1); kept > 0; kept--)
        {
            List<DraftSentence> noted = [.. answer.Take(kept), note];
            if (noted.Sum(s => SentenceShape.Words(s.Text) + 1) <= length.MaxWords) return noted;
        }

        return answer;
    }

    /// <summary>Whether two places disagree as a note says.</summary>
    public static bool Holds(DraftSentence note) => note.Evidence is [var first, var second] && Between(first, second)?.Body == note.Body;

    /// <summary>For each other article its sentence that says most of the same as the evidence, if the two disagree.</summary>
    private static IEnumerable<DraftSentence> Against(Evidence evidence, IReadOnlyList<RetrievedArticle> articles) => articles
        .Take(AnswerWeights.Articles).Where(a => a.Stored.CopyGroup != evidence.Article.Stored.CopyGroup)
        .Select(article => Nearest(evidence, article)).OfType<Evidence>()
        .Select(other => Between(evidence, other)).OfType<DraftSentence>();

    private static Evidence? Nearest(Evidence evidence, RetrievedArticle article) => article.Passages.SelectMany(p => p.Sentences)
        .Where(s => s.Stems.Count(evidence.Stems.Contains) >= Math.Max(AnswerWeights.SupportWords, AnswerWeights.SupportOverlap * evidence.Stems.Count) && !ModelInstruction.Is(s.Span.Of(article.Article.Text)))
        .OrderByDescending(s => s.Stems.Count(evidence.Stems.Contains))
        .Select(s => new Evidence(article, s.Span, s.Stems)).FirstOrDefault();

    private static DraftSentence? Between(Evidence first, Evidence second) =>
        ConflictFinder.Find([first.Cited, second.Cited]) is [var conflict, ..]
            ? new DraftSentence("", Standalone.OnOneLine($"Sources disagree about “{conflict.What}”: {Outlet(first)} writes “{conflict.FirstValue}”, {Outlet(second)} writes “{conflict.SecondValue}”."), [first, second])
            {
                Wording = Wording.Disagreement,
            }
            : null;

    private static string Outlet(Evidence evidence) => evidence.Article.Article.Source is { Length: > 0 } source ? source : "an article of no known outlet";
}
