using System.Runtime.InteropServices;

namespace BriefingBot.Digests.Clustering;

/// <summary>An article's words with their weights.</summary>
internal sealed class StoryVector
{
    private readonly Entry[] _entries;
    private readonly float _names;
    private readonly float _matter;
    private readonly float _headline;

    private StoryVector(Entry[] entries, (int, float, bool)[] dimensions)
    {
        (_entries, Dimensions) = (entries, dimensions);
        // A pivot (Singhal, Buckley and Mitra 1996, Pivoted document length normalization): a cosine favours the short.
        _names = MathF.Max(ClusteringWeights.FewNames, Length(entries.Where(e => e.Word.IsName)));
        _matter = Length(entries.Where(e => !e.Word.IsName));
        _headline = entries.Where(e => e.InHeadline).Sum(e => e.Word.Weight);
    }

    /// <summary>Those of its words, and those that words of like meaning share.</summary>
    public IReadOnlyList<(int Dimension, float Weight, bool IsName)> Dimensions { get; }

    public static StoryVector Of(OpeningTerms opening, StoryWords words)
    {
        var entries = opening.Counts.Select(count => EntryOf(opening, words[count.Key], count)).OrderBy(e => e.Word.Number).ToArray();
        var like = entries.SelectMany(e => e.Word.LikeWords.Select(group => (Group: group, e.Weight)))
            .GroupBy(l => l.Group, (group, all) => (group, MathF.Sqrt(ClusteringWeights.LikeWord) * all.Max(l => l.Weight), false));
        return new StoryVector(entries, [.. entries.Select(e => (e.Word.Number, e.Weight, e.Word.IsName)), .. like]);
    }

    /// <param name="names">The product of the names' weights.</param>
    /// <param name="matter">That of all others.</param>
    public Likeness LikenessTo(StoryVector other, float names, float matter)
    {
        var likeness = new Likeness(names / (_names * other._names), matter == 0 ? 0 : matter / (_matter * other._matter), 0, 0, 0);
        return likeness.Matter < ClusteringWeights.SameMatter ? likeness : WithSharedWords(likeness, other);
    }

    private Likeness WithSharedWords(Likeness likeness, StoryVector other)
    {
        var (ours, theirs, figures) = (0f, 0f, 0);
        var (ourNames, theirNames) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (mine, its) in Shared(other))
        {
            if (mine.InHeadline) ours += mine.Word.Weight;
            if (its.InHeadline) theirs += its.Word.Weight;
            if (mine.Word.IsFigure) figures++;
            if (!mine.Word.IsName || !mine.Word.IsTelling) continue;
            ourNames.Add(mine.Name);
            theirNames.Add(its.Name);
        }

        return likeness with
        {
            Headlines = ours == 0 || theirs == 0 ? 0 : MathF.Sqrt(ours / _headline * (theirs / other._headline)),
            Figures = figures,
            SharedNames = Math.Min(ourNames.Count, theirNames.Count),
        };
    }

    private IEnumerable<(Entry Mine, Entry Its)> Shared(StoryVector other)
    {
        for (var (i, j) = (0, 0); i < _entries.Length && j < other._entries.Length;)
        {
            var order = _entries[i].Word.Number - other._entries[j].Word.Number;
            if (order == 0) yield return (_entries[i], other._entries[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
    }

    private static Entry EntryOf(OpeningTerms opening, StoryWord word, KeyValuePair<string, float> count)
    {
        var weight = (1 + MathF.Log(MathF.Max(1, count.Value))) * word.Weight;
        // A name that is only in the headline is one of its own.
        var name = opening.Names.Whole(count.Key) is >= 0 and var whole ? whole : -1 - word.Number;
        return new Entry(word, word.IsName ? weight * opening.Names.Share(count.Key) : weight, opening.Headline.Contains(count.Key), name);
    }

    private static float Length(IEnumerable<Entry> entries) => MathF.Sqrt(entries.Sum(e => e.Weight * e.Weight));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(StoryWord Word, float Weight, bool InHeadline, int Name);
}
