using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Retrieval;

/// <summary>Reads the articles behind passage hits and ranks them by all that speaks for each.</summary>
internal sealed class ArticleRanking(QuestionSubject subject, IReadOnlySet<long> preferred)
{
    /// <summary>Length of an article's opening, in characters, that usually holds the news itself.</summary>
    private const int LeadLength = 600;

    /// <summary>Best article first, near-copies folded into the best of them.</summary>
    public IReadOnlyList<RetrievedArticle> Rank(IReadOnlyList<PassageHit> hits, IReadOnlyList<StoredArticle> articles)
    {
        var byKey = articles.ToDictionary(a => a.Key);
        var best = hits.Count == 0 ? 1 : hits[0].Score;
        // Preference orders, but does not count as evidence that an article is about the question.
        var ranked = hits.GroupBy(h => h.ArticleKey)
            .Where(group => byKey.ContainsKey(group.Key))
            .Select(group => Read(byKey[group.Key], [.. group.Take(RankingWeights.PassagesPerArticle)], best))
            .OrderByDescending(a => a.Score + (preferred.Contains(a.Stored.Key) ? RankingWeights.PreferredBonus : 0)).ThenByDescending(a => a.Article.Published?.Instant).ThenBy(a => a.Stored.Key);
        return [.. ranked.GroupBy(a => a.Stored.CopyGroup).Select(Fold)];
    }

    private static RetrievedArticle Fold(IGrouping<long, RetrievedArticle> copies) =>
        copies.First() with { Copies = [.. copies.Skip(1).Select(c => c.Stored)] };

    private RetrievedArticle Read(StoredArticle stored, IReadOnlyList<PassageHit> hits, float best)
    {
        var text = stored.Article.Text;
        var title = EnglishTerms.StemsOf(stored.Article.Title);
        var passages = Merge(text, hits).Select(m => new RetrievedPassage(m.Span, m.Score / best, Sentences(text, m.Span))).ToList();
        var all = new HashSet<string>(title, StringComparer.Ordinal);
        foreach (var sentence in passages.SelectMany(p => p.Sentences)) all.UnionWith(sentence.Stems);
        var score = Score(stored.Article, hits, best, title, passages, all);
        return new RetrievedArticle(stored, score, passages, title, all, []);
    }

    private double Score(
        Article article, IReadOnlyList<PassageHit> hits, float best, HashSet<string> title, List<RetrievedPassage> passages, HashSet<string> all)
    {
        var score = hits[0].Score / best;
        if (hits.Count > 1) score += (float)(RankingWeights.SecondPassage * hits[1].Score / best);
        if (hits.Count > 2) score += (float)(RankingWeights.ThirdPassage * hits[2].Score / best);
        return score
            + (RankingWeights.TitleCoverage * subject.Coverage(title))
            + (RankingWeights.PassageCoverage * passages.Max(p => subject.Coverage(stem => title.Contains(stem) || p.Sentences.Any(s => s.Stems.Contains(stem)))))
            + (RankingWeights.ArticleCoverage * subject.Coverage(all))
            + (RankingWeights.SentenceCoverage * passages.Max(p => p.Sentences.Max(s => subject.Coverage(title, s.Stems))))
            + (RankingWeights.LeadCoverage * LeadCoverage(article, title));
    }

    private double LeadCoverage(Article article, HashSet<string> title)
    {
        var body = article.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Body).Span;
        var lead = body with { End = Math.Min(article.Text.Length, body.Start + LeadLength) };
        return subject.Coverage(title, EnglishTerms.StemsOf(article.Text, lead));
    }

    /// <summary>Analyses the passage once and hands its terms out to its sentences: starting an analysis is what costs.</summary>
    private List<RetrievedSentence> Sentences(string text, TextSpan span)
    {
        var terms = EnglishTerms.Of(text, span);
        var sentences = new List<RetrievedSentence>();
        var next = 0;
        foreach (var sentence in SentenceSplitter.Split(text, span))
        {
            var stems = new HashSet<string>(StringComparer.Ordinal);
            for (; next < terms.Count && terms[next].Span.Start < sentence.End; next++) stems.Add(terms[next].Stem);
            sentences.Add(new RetrievedSentence(sentence, stems, subject.Coverage(stems)));
        }

        return sentences;
    }

    /// <summary>Neighbouring passages become one when nothing but white space lies between them.</summary>
    private static IEnumerable<(TextSpan Span, float Score)> Merge(string text, IReadOnlyList<PassageHit> hits)
    {
        (TextSpan Span, float Score)? open = null;
        foreach (var hit in hits.OrderBy(h => h.Ordinal))
        {
            if (open is { } last && text.AsSpan(last.Span.End, hit.Span.Start - last.Span.End).IsWhiteSpace())
            {
                open = (last.Span with { End = hit.Span.End }, Math.Max(last.Score, hit.Score));
                continue;
            }

            if (open is { } done) yield return done;
            open = (hit.Span, hit.Score);
        }

        if (open is { } rest) yield return rest;
    }
}
