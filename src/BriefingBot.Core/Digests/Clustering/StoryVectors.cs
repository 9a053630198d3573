using BriefingBot.Retrieval;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Articles as vectors of word weights (logarithmic frequency times rarity: Salton and Buckley 1988, Term-weighting
/// approaches in automatic text retrieval), names kept apart from other words.
/// </summary>
internal sealed class StoryVectors
{
    private readonly Entry[][] _articles;
    private readonly float[] _nameLengths;
    private readonly float[] _matterLengths;
    private readonly int _words;

    private StoryVectors(Entry[][] articles, int words)
    {
        (_articles, _words) = (articles, words);
        _nameLengths = [.. articles.Select(a => Length(a, names: true))];
        _matterLengths = [.. articles.Select(a => Length(a, names: false))];
    }

    public static StoryVectors Of(IReadOnlyList<OpeningTerms> openings, IPassageSearch search)
    {
        var stems = openings.SelectMany(o => o.Counts.Keys).Distinct(StringComparer.Ordinal).ToList();
        var numbers = stems.Index().ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        var rarity = search.Rarity(stems);
        var (holders, named) = (new int[stems.Count], new int[stems.Count]);
        foreach (var stem in openings.SelectMany(o => o.Counts.Keys)) holders[numbers[stem]]++;
        foreach (var stem in openings.SelectMany(o => o.Names).Where(numbers.ContainsKey)) named[numbers[stem]]++;
        return new StoryVectors([.. openings.Select(o => o.Counts.Select(Entry).OrderBy(e => e.Word).ToArray())], stems.Count);

        Entry Entry(KeyValuePair<string, float> word)
        {
            var number = numbers[word.Key];
            var weight = (1 + MathF.Log(MathF.Max(1, word.Value))) * rarity[number] * Emphasis(word.Key);
            // Where one author begins a sentence or a headline with it, others tell whether it is a name.
            return new Entry(number, weight, 2 * named[number] >= holders[number]);
        }
    }

    /// <summary>How alike each two articles are that share a word.</summary>
    public IEnumerable<(int Earlier, int Later, Likeness Likeness)> Pairs()
    {
        var postings = Enumerable.Range(0, _words).Select(_ => new List<(int Article, float Weight)>()).ToArray();
        var (names, matter) = (new float[_articles.Length], new float[_articles.Length]);
        for (var later = 0; later < _articles.Length; later++)
        {
            Array.Clear(names);
            Array.Clear(matter);
            foreach (var entry in _articles[later])
            {
                var sums = entry.IsName ? names : matter;
                foreach (var (earlier, weight) in postings[entry.Word]) sums[earlier] += entry.Weight * weight;
                postings[entry.Word].Add((later, entry.Weight));
            }

            for (var earlier = 0; earlier < later; earlier++)
            {
                if (names[earlier] + matter[earlier] == 0) continue;
                yield return (earlier, later, new Likeness(
                    Cosine(names[earlier], _nameLengths[earlier], _nameLengths[later]), Cosine(matter[earlier], _matterLengths[earlier], _matterLengths[later])));
            }
        }
    }

    private static float Emphasis(string stem) =>
        EverydayWords.Contains(stem) ? ClusteringWeights.Everyday
        : RoleWords.Contains(stem) ? ClusteringWeights.Role
        : char.IsDigit(stem[0]) ? ClusteringWeights.Figure
        : 1;

    private static float Length(Entry[] entries, bool names) => MathF.Sqrt(entries.Where(e => e.IsName == names).Sum(e => e.Weight * e.Weight));

    private static float Cosine(float product, float a, float b) => product == 0 ? 0 : product / (a * b);

    private readonly record struct Entry(int Word, float Weight, bool IsName);
}

/// <summary>Cosines of two articles, 0 to 1.</summary>
/// <param name="Names">Over people, places and organisations.</param>
/// <param name="Matter">Over all other words.</param>
internal readonly record struct Likeness(float Names, float Matter)
{
    /// <summary>0 where names or matter alone forbid that the two tell of one event.</summary>
    public float OfOneEvent => Names < ClusteringWeights.SameNames || Matter < ClusteringWeights.SameMatter
        ? 0
        : (ClusteringWeights.Names * Names) + ((1 - ClusteringWeights.Names) * Matter);
}
