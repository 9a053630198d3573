using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>A sentence that could go into an answer.</summary>
/// <param name="Coverage">Share of the question's subject that it covers together with its headline, 0 to 1.</param>
/// <param name="Leans">Whether it points at what stands before it.</param>
/// <param name="NeedsTitle">Whether it says so little of the question that only the headline tells what it is about.</param>
internal sealed record CandidateSentence(RetrievedArticle Article, TextSpan Span, string Text, IReadOnlySet<string> Stems, double Score, double Coverage, bool Leans, bool NeedsTitle);

/// <summary>Ranks the sentences of the best articles by how well they answer the question.</summary>
internal static class SentenceRanking
{
    public static IReadOnlyList<CandidateSentence> Rank(RetrievalResult found)
    {
        var asked = AskedForReader.Read(found.Question.Text);
        var best = found.Articles.Count == 0 ? 1 : found.Articles[0].Score;
        return [.. found.Articles.Take(AnswerWeights.Articles)
            .SelectMany(article => Candidates(found, article).Select(s => Score(found, asked, article, s.Sentence, s.Around, article.Score / best)))
            .Where(candidate => SentenceShape.IsUsable(candidate.Text))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Article.Stored.Key).ThenBy(c => c.Span.Start)];
    }

    /// <summary>The article's sentences that may be shown, each with what its neighbourhood covers of the question.</summary>
    private static IEnumerable<(RetrievedSentence Sentence, double Around)> Candidates(RetrievalResult found, RetrievedArticle article)
    {
        var matched = article.Passages.SelectMany(p => p.Sentences).ToList();
        var all = matched.Concat(Opening(found, article).Where(o => !matched.Any(m => m.Span.Overlaps(o.Span)))).OrderBy(s => s.Span.Start)
            .Select(s => s with { Coverage = found.Subject.Coverage(found.Subject.WithFullNames(s.Stems, article.Stems)) }).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (!IsRelevant(found.Subject, article, all[i])) continue;
            var around = all.Skip(i - 1).Take(i == 0 ? 2 : 3).SelectMany(s => s.Stems).ToHashSet(StringComparer.Ordinal);
            yield return (all[i] with { Span = Dateline.Skip(article.Article.Text, all[i].Span) }, found.Subject.Coverage(around));
        }
    }

    /// <summary>A sentence has to touch the question itself, unless its whole article is plainly about it.</summary>
    private static bool IsRelevant(QuestionSubject subject, RetrievedArticle article, RetrievedSentence sentence) =>
        sentence.Coverage >= AnswerWeights.RequiredSentenceCoverage || subject.Coverage(article.TitleStems) >= AnswerWeights.RequiredTitleCoverage;

    /// <summary>The first sentences of an article hold its news, whether or not they share words with the question.</summary>
    private static IEnumerable<RetrievedSentence> Opening(RetrievalResult found, RetrievedArticle article)
    {
        var text = article.Article.Text;
        return article.Article.Blocks.Where(b => b.Kind == BlockKind.Body).Take(AnswerWeights.OpeningBlocks)
            .SelectMany(b => SentenceSplitter.Split(text, b.Span)).Take(AnswerWeights.OpeningSentences)
            .Select(span =>
            {
                var stems = EnglishTerms.StemsOf(text, span);
                return new RetrievedSentence(span, stems, found.Subject.Coverage(stems));
            });
    }

    private static CandidateSentence Score(RetrievalResult found, AskedFor asked, RetrievedArticle article, RetrievedSentence sentence, double around, double relative)
    {
        var text = sentence.Span.Of(article.Article.Text);
        var leans = SentenceShape.Leans(text) || AskedForReader.IsLeftUnnamed(text, found.Question.Text);
        var withTitle = found.Subject.Coverage(sentence.Stems, article.TitleStems);
        var score = (AnswerWeights.Article * relative)
            + (AnswerWeights.Coverage * sentence.Coverage)
            + (AnswerWeights.Around * around)
            + (AnswerWeights.TitleCoverage * withTitle)
            + (SentenceShape.Holds(asked, text, found.Question.Text) ? AnswerWeights.AskedFor : 0)
            + (AnswerWeights.Opening * Earliness(article.Article, sentence.Span))
            - (leans ? AnswerWeights.Leaning : 0);
        return new CandidateSentence(article, sentence.Span, text, sentence.Stems, score, withTitle, leans, NeedsTitle(found.Subject, article, sentence, withTitle));
    }

    private static bool NeedsTitle(QuestionSubject subject, RetrievedArticle article, RetrievedSentence sentence, double withTitle) =>
        (sentence.Coverage < AnswerWeights.TitleContextBelow && subject.Coverage(article.TitleStems) > sentence.Coverage)
        || withTitle - sentence.Coverage >= AnswerWeights.TitleContextFrom;

    /// <summary>1 at the start of the article, falling to 0 over its first 2,000 characters.</summary>
    private static double Earliness(Article article, TextSpan span) => Math.Max(0, 1 - (span.Start / 2000.0));
}
