using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Digests.Clustering;

/// <summary>The words of an article's headline and opening.</summary>
/// <param name="Counts">How often each stem occurs; in the headline it counts more.</param>
/// <param name="Headline">The stems of the headline.</param>
/// <param name="Names">What is written like a name.</param>
internal sealed record OpeningTerms(IReadOnlyDictionary<string, float> Counts, IReadOnlySet<string> Headline, OpeningNames Names)
{
    public static OpeningTerms Of(Article article, StockParagraphs stock)
    {
        var (counts, headline, names) = (new Dictionary<string, float>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new OpeningNames());
        foreach (var term in EnglishTerms.Of(article.Title).Where(t => !RoleWords.IsCalendar(t.Stem)))
        {
            Count(counts, term.Stem, ClusteringWeights.Title);
            headline.Add(term.Stem);
        }

        foreach (var span in Opening(article, stock))
        {
            var terms = EnglishTerms.Of(article.Text, span).Where(t => !RoleWords.IsCalendar(t.Stem)).ToList();
            foreach (var term in terms) Count(counts, term.Stem, 1);
            names.Read(article.Text, terms);
        }

        return new OpeningTerms(counts, headline, names);
    }

    private static void Count(Dictionary<string, float> counts, string stem, float weight) => counts[stem] = counts.GetValueOrDefault(stem) + weight;

    /// <summary>The first parts of the body, cut between words where they grow too long.</summary>
    private static IEnumerable<TextSpan> Opening(Article article, StockParagraphs stock)
    {
        var left = ClusteringWeights.Opening;
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Body && !stock.Contains(b.Span.Of(article.Text))))
        {
            if (left <= 0) yield break;
            var end = Math.Min(block.Span.End, block.Span.Start + left);
            while (end < block.Span.End && !char.IsWhiteSpace(article.Text[end])) end++;
            left -= end - block.Span.Start;
            yield return block.Span with { End = end };
        }
    }
}
