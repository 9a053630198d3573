using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>The groups of words of like meaning in <c>like-words.txt</c> and <c>news-words.txt</c>, by stem; a rewritten sentence may use one for another.</summary>
internal static class LikeWords
{
    private static readonly IReadOnlyList<string> Close = WordTable.Rows("like-words.txt");

    private static readonly Dictionary<string, IReadOnlyList<int>> ByStem = Close.Concat(WordTable.Rows("news-words.txt"))
        .SelectMany((row, group) => row.Split(' ').Select(word => (Stem: StemOf(word), group)))
        .GroupBy(pair => pair.Stem, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<int>)[.. g.Select(pair => pair.group).Distinct()], StringComparer.Ordinal);

    /// <summary>The groups of <c>like-words.txt</c> alone, for comparing texts that need not be about one matter.</summary>
    public static IReadOnlyList<int> CloseGroupsOf(string stem) => [.. GroupsOf(stem).Where(group => group < Close.Count)];

    public static IReadOnlyList<int> GroupsOf(string stem) => ByStem.GetValueOrDefault(stem) ?? [];

    /// <summary>The stem of a word of a table; that of a verb and its particle, "turn_down", is the verb's with the particle.</summary>
    public static string StemOf(string word)
    {
        var parts = word.Split('_', 2);
        var verb = IrregularForms.StemOf(parts[0]) ?? EnglishTerms.StemsOf(parts[0]).FirstOrDefault(parts[0]);
        return parts.Length == 1 ? verb : $"{verb}_{parts[1]}";
    }
}
