namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A word of a cited passage.</summary>
internal readonly record struct Place(int Passage, int Index);

/// <summary>All that a sentence cites, read once.</summary>
internal sealed class CitedReading
{
    private readonly Dictionary<string, List<Place>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Place>> _byGroup = [];

    public CitedReading(IReadOnlyList<CitedText> cited)
    {
        Cited = cited;
        Context = [.. cited.SelectMany(c => new[] { c.Title, c.Source, c.Surroundings }).Where(t => t.Length > 0).Distinct().Select(t => new TextReading(t, null))];
        var known = cited.Select(c => new TextReading(c.Passage, c.Published)).ToList();
        Names = known.Concat(Context).SelectMany(t => t.Words).Where(w => w.Is(WordKind.Name)).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
        Passages = [.. cited.Select(c => new TextReading(c.Passage, c.Published, Names))];
        for (var p = 0; p < Passages.Count; p++)
        {
            for (var i = 0; i < Passages[p].Words.Count; i++) Note(Passages[p].Words[i], new Place(p, i));
        }
    }

    public IReadOnlyList<CitedText> Cited { get; }

    public IReadOnlyList<TextReading> Passages { get; }

    /// <summary>The words of all names, lower-cased.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Headlines, outlets and surroundings: they tell what names mean, and support nothing.</summary>
    public IReadOnlyList<TextReading> Context { get; }

    public Word this[Place place] => Passages[place.Passage].Words[place.Index];

    /// <summary>Where the passages hold the word or one of like meaning, in order.</summary>
    public List<Place> PlacesOf(Word word)
    {
        var places = new SortedSet<Place>(Comparer<Place>.Create((a, b) => a.Passage != b.Passage ? a.Passage.CompareTo(b.Passage) : a.Index.CompareTo(b.Index)));
        Add(_byForm.GetValueOrDefault(word.Stem), places);
        if (word.Lower != word.Stem) Add(_byForm.GetValueOrDefault(word.Lower), places);
        if (word.DeniedStem.Length > 0) Add(_byForm.GetValueOrDefault(word.DeniedStem), places);
        foreach (var group in word.Groups) Add(_byGroup.GetValueOrDefault(group), places);
        return [.. places];
    }

    private static void Add(List<Place>? some, SortedSet<Place> all) => all.UnionWith(some ?? []);

    private void Note(Word word, Place place)
    {
        Note(_byForm, word.Stem, place);
        if (word.Lower != word.Stem) Note(_byForm, word.Lower, place);
        if (word.DeniedStem.Length > 0) Note(_byForm, word.DeniedStem, place);
        foreach (var group in word.Groups) Note(_byGroup, group, place);
    }

    private static void Note<TKey>(Dictionary<TKey, List<Place>> index, TKey key, Place place)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var places)) index[key] = places = [];
        places.Add(place);
    }
}
