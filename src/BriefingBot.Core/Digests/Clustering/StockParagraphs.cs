using BriefingBot.Articles;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Paragraphs that many articles of a period have word for word ("Sign up for our newsletter"): by them, everything one
/// publisher prints would look alike.
/// </summary>
internal sealed class StockParagraphs
{
    private readonly HashSet<string> _texts;

    private StockParagraphs(HashSet<string> texts) => _texts = texts;

    /// <param name="articles">Near-copies once.</param>
    public static StockParagraphs Of(IEnumerable<Article> articles) => new(articles
        .SelectMany(a => a.Blocks.Where(b => b.Kind == BlockKind.Body).Select(b => b.Span.Of(a.Text).ToString()).Distinct(StringComparer.Ordinal))
        .CountBy(text => text, StringComparer.Ordinal)
        .Where(text => text.Value >= ClusteringWeights.StockCopies)
        .Select(text => text.Key)
        .ToHashSet(StringComparer.Ordinal));

    public bool Contains(string paragraph) => _texts.Contains(paragraph);
}
