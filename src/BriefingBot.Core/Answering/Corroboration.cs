using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Finds who else says the same as a sentence, and counts how many of them are independent.</summary>
internal static class Corroboration
{
    /// <summary>The sentence's own place first, then at most a few places in other articles that say the same.</summary>
    public static IReadOnlyList<Evidence> Of(DraftSentence draft, IReadOnlyList<RetrievedArticle> articles) =>
        [draft.Origin, .. articles.Where(a => a.Stored.Key != draft.Origin.Article.Stored.Key)
            .Select(article => SaysTheSame(draft, article)).OfType<Evidence>()
            .Take(AnswerWeights.CitationsPerSentence - 1)];

    private static Evidence? SaysTheSame(DraftSentence draft, RetrievedArticle article) =>
        article.Passages.SelectMany(p => p.Sentences)
            .Where(s => Support.Holds(draft.Body, draft.Origin.Stems, s.Span.Of(article.Article.Text), s.Stems) && !ModelInstruction.Is(s.Span.Of(article.Article.Text)))
            .OrderByDescending(s => s.Stems.Count(draft.Origin.Stems.Contains))
            .Select(s => new Evidence(article, s.Span, s.Stems))
            .FirstOrDefault();

    public static int IndependentSources(IEnumerable<Evidence> evidence) => IndependentSources(evidence.Select(e => e.Article.Stored));

    /// <summary>Near-copies and articles of one outlet are one voice.</summary>
    public static int IndependentSources(IEnumerable<StoredArticle> articles)
    {
        var voices = new List<(HashSet<long> Groups, HashSet<string> Outlets)>();
        foreach (var stored in articles)
        {
            var outlet = stored.Article.Source.Length > 0 ? stored.Article.Source : stored.Article.Id.Value;
            var same = voices.Where(v => v.Groups.Contains(stored.CopyGroup) || v.Outlets.Contains(outlet)).ToList();
            var merged = (Groups: new HashSet<long> { stored.CopyGroup }, Outlets: new HashSet<string>(StringComparer.OrdinalIgnoreCase) { outlet });
            foreach (var voice in same)
            {
                merged.Groups.UnionWith(voice.Groups);
                merged.Outlets.UnionWith(voice.Outlets);
                voices.Remove(voice);
            }

            voices.Add(merged);
        }

        return voices.Count;
    }
}
