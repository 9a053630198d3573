using BriefingBot.Retrieval;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Articles as vectors of word weights (logarithmic frequency times rarity: Salton and Buckley 1988, Term-weighting
/// approaches in automatic text retrieval), names kept apart from other words.
/// </summary>
internal sealed class StoryVectors
{
    private readonly StoryVector[] _articles;
    private readonly int _dimensions;

    private StoryVectors(StoryVector[] articles, int dimensions) => (_articles, _dimensions) = (articles, dimensions);

    public static StoryVectors Of(IReadOnlyList<OpeningTerms> openings, IPassageSearch search)
    {
        var words = StoryWords.Of(openings, search);
        return new StoryVectors([.. openings.Select(o => StoryVector.Of(o, words))], words.Dimensions);
    }

    /// <summary>How alike each two articles are that share a name.</summary>
    public IEnumerable<(int Earlier, int Later, Likeness Likeness)> Pairs()
    {
        var postings = Enumerable.Range(0, _dimensions).Select(_ => new List<(int Article, float Weight)>()).ToArray();
        var (names, matter) = (new float[_articles.Length], new float[_articles.Length]);
        for (var later = 0; later < _articles.Length; later++)
        {
            Array.Clear(names);
            Array.Clear(matter);
            foreach (var (dimension, weight, isName) in _articles[later].Dimensions)
            {
                var sums = isName ? names : matter;
                foreach (var (earlier, other) in postings[dimension]) sums[earlier] += weight * other;
                postings[dimension].Add((later, weight));
            }

            for (var earlier = 0; earlier < later; earlier++)
            {
                if (names[earlier] > 0) yield return (earlier, later, _articles[earlier].LikenessTo(_articles[later], names[earlier], matter[earlier]));
            }
        }
    }
}
