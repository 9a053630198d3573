using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Digests.Clustering;

/// <summary>The words of an article's headline and opening.</summary>
/// <param name="Counts">How often each stem occurs; in the headline it counts more.</param>
/// <param name="Names">Stems that are written like a name inside a sentence.</param>
internal sealed record OpeningTerms(IReadOnlyDictionary<string, float> Counts, IReadOnlySet<string> Names)
{
    public static OpeningTerms Of(Article article)
    {
        var (counts, names) = (new Dictionary<string, float>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var term in EnglishTerms.Of(article.Title)) Count(counts, term.Stem, ClusteringWeights.Title);
        foreach (var span in Opening(article))
        {
            foreach (var term in EnglishTerms.Of(article.Text, span))
            {
                Count(counts, term.Stem, 1);
                if (IsName(article.Text, term.Span)) names.Add(term.Stem);
            }
        }

        return new OpeningTerms(counts, names);
    }

    private static void Count(Dictionary<string, float> counts, string stem, float weight)
    {
        if (!RoleWords.IsCalendar(stem)) counts[stem] = counts.GetValueOrDefault(stem) + weight;
    }

    /// <summary>The first parts of the body, cut between words where they grow too long.</summary>
    private static IEnumerable<TextSpan> Opening(Article article)
    {
        var left = ClusteringWeights.Opening;
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Body))
        {
            if (left <= 0) yield break;
            var end = Math.Min(block.Span.End, block.Span.Start + left);
            while (end < block.Span.End && !char.IsWhiteSpace(article.Text[end])) end++;
            left -= end - block.Span.Start;
            yield return block.Span with { End = end };
        }
    }

    /// <summary>A capital that no sentence's beginning asks for.</summary>
    private static bool IsName(string text, TextSpan word)
    {
        if (!char.IsUpper(text[word.Start])) return false;
        var before = text.AsSpan(0, word.Start).TrimEnd(" \"“‘'(");
        return before.Length > 0 && before[^1] is not ('.' or '!' or '?' or ':' or '\n' or '”' or '"' or '—' or '–');
    }
}
