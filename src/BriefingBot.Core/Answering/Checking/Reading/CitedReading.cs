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
        // Only a first word may turn out to be a name after all.
        Passages = [.. known.Zip(cited, (text, c) => text.Words.Any(w => w.OpensSentence && w.Is(WordKind.Content) && Names.Contains(w.Lower)) ? new TextReading(c.Passage, c.Published, Names) : text)];
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
        var places = new List<Place>(_byForm.GetValueOrDefault(word.Stem) ?? []);
        if (word.Lower != word.Stem) places.AddRange(_byForm.GetValueOrDefault(word.Lower) ?? []);
        if (word.DeniedStem.Length > 0) places.AddRange(_byForm.GetValueOrDefault(word.DeniedStem) ?? []);
        foreach (var group in word.Groups) places.AddRange(_byGroup.GetValueOrDefault(group) ?? []);
        if (places.Count < 2) return places;
        places.Sort((a, b) => a.Passage != b.Passage ? a.Passage.CompareTo(b.Passage) : a.Index.CompareTo(b.Index));
        return [.. places.Distinct()];
    }

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
