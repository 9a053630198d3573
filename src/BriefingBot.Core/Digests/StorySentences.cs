using BriefingBot.Answering;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests;

/// <summary>
/// Chooses the sentences that tell a story: those that hold most of what its articles have in common and stand early
/// (the centroid and position of MEAD: Radev, Jing, Styś and Tam 2004, Centroid-based summarization of multiple
/// documents), without saying a thing twice.
/// </summary>
internal sealed class StorySentences(IPassageSearch search)
{
    /// <summary>Checked sentences; empty when none can be shown.</summary>
    /// <param name="tellers">Where they are taken from.</param>
    /// <param name="story">All that may bear them out.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<DraftSentence> Choose(IReadOnlyList<RetrievedArticle> tellers, IReadOnlyList<RetrievedArticle> story, int most)
    {
        var centroid = Centroid(story);
        var draft = new AnswerDraft(new AnswerOptions { MaxSentences = most, MaxWords = DigestWeights.Words }, story);
        var candidates = tellers.SelectMany(article => Candidates(article, centroid))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Article.Stored.Key).ThenBy(c => c.Span.Start);
        foreach (var candidate in candidates.TakeWhile(_ => !draft.IsFull))
        {
            if (Standalone.Make(candidate) is { } sentence && sentence.Text.Length <= DigestLimits.Sentence) draft.Offer(sentence);
        }

        return CitationChecker.Check(InReadingOrder(draft.Sentences));
    }

    /// <summary>The best sentence's article first, within an article as its author ordered them.</summary>
    private static List<DraftSentence> InReadingOrder(IReadOnlyList<DraftSentence> chosen) =>
        [.. chosen.GroupBy(d => d.Origin.Article.Stored.Key).SelectMany(g => g.OrderBy(d => d.Origin.Span.Start))];

    /// <summary>How near an article is to what all of them have in common, 0 to 1.</summary>
    public IReadOnlyDictionary<long, double> Centrality(IReadOnlyList<RetrievedArticle> story)
    {
        var centroid = Centroid(story);
        return story.ToDictionary(a => a.Stored.Key, a => Share(a.Stems, centroid));
    }

    /// <summary>For each word, the share of articles that have it, weighted by its rarity.</summary>
    private Dictionary<string, double> Centroid(IReadOnlyList<RetrievedArticle> story)
    {
        var holders = story.SelectMany(a => a.Stems).CountBy(stem => stem, StringComparer.Ordinal).ToList();
        var rarity = search.Rarity([.. holders.Select(h => h.Key)]);
        return holders.Select((h, i) => (h.Key, Weight: Weight(h.Key) * rarity[i] * h.Value / story.Count)).ToDictionary(w => w.Key, w => w.Weight, StringComparer.Ordinal);
    }

    private static double Weight(string stem) => EverydayWords.Contains(stem) ? RankingWeights.Everyday : 1;

    private static IEnumerable<CandidateSentence> Candidates(RetrievedArticle article, Dictionary<string, double> centroid)
    {
        var sentences = article.Passages.SelectMany(p => p.Sentences).ToList();
        var best = sentences.Select(s => Share(s.Stems, centroid)).DefaultIfEmpty(0).Max();
        foreach (var (place, sentence) in sentences.Index())
        {
            var text = sentence.Span.Of(article.Article.Text);
            if (!SentenceShape.IsUsable(text)) continue;
            var leans = SentenceShape.Leans(text);
            var score = (DigestWeights.Central * Share(sentence.Stems, centroid) / best)
                + (DigestWeights.Early * (1 - ((double)place / sentences.Count)))
                - (leans ? DigestWeights.Leaning : 0);
            yield return new CandidateSentence(article, sentence.Span, text, sentence.Stems, score, Coverage: 0, leans, NeedsTitle: false);
        }
    }

    /// <summary>What it holds of the centroid for its length: cosine, since a longer sentence holds more by chance.</summary>
    private static double Share(IReadOnlySet<string> stems, Dictionary<string, double> centroid) =>
        stems.Count == 0 ? 0 : stems.Sum(stem => centroid.GetValueOrDefault(stem)) / Math.Sqrt(stems.Count);
}
