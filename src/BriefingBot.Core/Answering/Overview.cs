using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>
/// Ranks sentences for a question without a subject ("what happened last week?"): the opening sentence of each
/// article, first of those whose headlines have most in common with the others', among equals of the newest.
/// </summary>
internal static class Overview
{
    public static IEnumerable<CandidateSentence> Rank(RetrievalResult found) =>
        found.Articles
            .OrderByDescending(article => Company(article, found.Articles)).ThenByDescending(article => article.Article.Published?.Day)
            .Select(Opening).OfType<CandidateSentence>();

    /// <summary>How many other articles share much of the headline: a sign of a story that several tell.</summary>
    private static int Company(RetrievedArticle article, IReadOnlyList<RetrievedArticle> all) =>
        all.Count(other => other != article && article.TitleStems.Count(other.TitleStems.Contains) >= AnswerWeights.SharedTitleWords);

    private static CandidateSentence? Opening(RetrievedArticle article)
    {
        var text = article.Article.Text;
        return article.Article.Blocks.Where(b => b.Kind == BlockKind.Body).Take(AnswerWeights.OpeningBlocks)
            .SelectMany(b => SentenceSplitter.Split(text, b.Span))
            .Select(sentence => Dateline.Skip(text, sentence))
            .Where(span => SentenceShape.IsUsable(span.Of(text)) && !SentenceShape.Leans(span.Of(text)))
            .Select(span => new CandidateSentence(article, span, span.Of(text), EnglishTerms.StemsOf(text, span), Score: 0, Coverage: 0, Leans: false, NeedsTitle: false))
            .FirstOrDefault();
    }
}
