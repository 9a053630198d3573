using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests.Clustering;

/// <summary>A word of a period's openings, whichever article it stands in.</summary>
/// <param name="Number">Its dimension.</param>
/// <param name="Weight">Its rarity, less where it says little.</param>
/// <param name="LikeWords">Further dimensions, shared by words of like meaning.</param>
/// <param name="IsTelling">Whether it names somebody or something, as a role or a common word does not.</param>
internal sealed record StoryWord(int Number, float Weight, bool IsName, bool IsFigure, bool IsTelling, IReadOnlyList<int> LikeWords);

/// <summary>The words of all openings of a period.</summary>
internal sealed class StoryWords
{
    private readonly Dictionary<string, StoryWord> _words;

    private StoryWords(Dictionary<string, StoryWord> words)
    {
        _words = words;
        Dimensions = words.Count + words.Values.SelectMany(w => w.LikeWords).Select(d => d - words.Count + 1).DefaultIfEmpty().Max();
    }

    public int Dimensions { get; }

    public StoryWord this[string stem] => _words[stem];

    public static StoryWords Of(IReadOnlyList<OpeningTerms> openings, IPassageSearch search)
    {
        var holders = openings.SelectMany(o => o.Counts.Keys).CountBy(s => s, StringComparer.Ordinal).ToList();
        var named = openings.SelectMany(o => o.Names.Certain).CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var rarity = search.Rarity([.. holders.Select(h => h.Key)]);
        return new StoryWords(holders.Index().ToDictionary(
            h => h.Item.Key,
            // Where one author begins a sentence or a headline with it, others tell whether it is a name.
            h => Word(h.Item.Key, h.Index, rarity[h.Index], 2 * named.GetValueOrDefault(h.Item.Key) >= h.Item.Value, holders.Count),
            StringComparer.Ordinal));
    }

    private static StoryWord Word(string stem, int number, float rarity, bool isName, int words) => new(
        number, rarity * Emphasis(stem), isName, IsFigure(stem),
        !EverydayWords.Contains(stem) && !RoleWords.Contains(stem),
        isName ? [] : [.. LikeWords.CloseGroupsOf(stem).Select(group => words + group)]);

    private static float Emphasis(string stem) =>
        EverydayWords.Contains(stem) ? ClusteringWeights.Everyday
        : RoleWords.Contains(stem) ? ClusteringWeights.Role
        : char.IsDigit(stem[0]) ? ClusteringWeights.Figure
        : 1;

    /// <summary>Neither a year nor a single digit, which every other report has.</summary>
    private static bool IsFigure(string stem) =>
        char.IsDigit(stem[0]) && stem.Length > 1 && !(stem.Length == 4 && (stem.StartsWith("19", StringComparison.Ordinal) || stem.StartsWith("20", StringComparison.Ordinal)));
}
