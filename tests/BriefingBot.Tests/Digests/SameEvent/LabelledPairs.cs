using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.SameEvent;

/// <summary>Two articles and whether they tell of the same event: what one does to the other as news.</summary>
/// <param name="Half"><c>calibration</c>, on which the weights were chosen, or <c>held-back</c> or <c>long reports</c>, on which they were not.</param>
/// <param name="Case">What makes the pair hard.</param>
internal sealed record LabelledPair(string Half, string Case, bool Same, string First, string Second);

/// <summary>The invented articles and their labels, and how well clustering agrees with them.</summary>
internal static class LabelledPairs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Digests", "SameEvent");

    public static IReadOnlyList<Article> Articles { get; } =
        [.. ArticleReaders.All.Read(new ArticleFile(Path.Combine(Folder, "articles.jsonl"), "articles.jsonl"), CancellationToken.None).Select(r => r.Article!)];

    public static IReadOnlyList<LabelledPair> All { get; } =
        [.. File.ReadLines(Path.Combine(Folder, "pairs.jsonl")).Select(line => JsonSerializer.Deserialize<LabelledPair>(line, JsonSerializerOptions.Web)!)];

    /// <summary>
    /// Clusters all articles of a half at once. Every two articles that end in one story count: articles of pairs
    /// without a label are of events that have nothing to do with each other.
    /// </summary>
    public static Agreement Measure(string half)
    {
        var pairs = All.Where(p => p.Half == half).ToList();
        var ids = pairs.SelectMany(p => new[] { p.First, p.Second }).ToHashSet(StringComparer.Ordinal);
        using var desk = new NewsDesk([.. Articles]);
        var stored = desk.Library.LoadAsync([.. Enumerable.Range(1, Articles.Count)], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var together = StoryClustering.Group(stored.Where(a => ids.Contains(a.Article.Id.Value) && !RoundUp.Is(a.Article.Title)), desk.Search)
            .SelectMany(Pairs).ToHashSet();
        var same = pairs.Where(p => p.Same).Select(p => (p.First, p.Second)).ToHashSet();
        return new Agreement([.. together.Except(same)], [.. same.Except(together)], together.Intersect(same).Count());
    }

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<StoredArticle> story)
    {
        var ids = story.Select(a => a.Article.Id.Value).Order(StringComparer.Ordinal).ToList();
        return ids.SelectMany((first, i) => ids.Skip(i + 1).Select(second => (first, second)));
    }
}

/// <summary>Pairs wrongly put together, pairs wrongly kept apart, and pairs rightly put together.</summary>
internal sealed record Agreement(IReadOnlyList<(string, string)> Wrong, IReadOnlyList<(string, string)> Missed, int Right)
{
    public double Precision => (double)Right / (Right + Wrong.Count);

    public double Recall => (double)Right / (Right + Missed.Count);

    public override string ToString() => $"precision {Precision:0.000}, recall {Recall:0.000}; wrong: {string.Join(' ', Wrong)}; missed: {string.Join(' ', Missed)}";
}
