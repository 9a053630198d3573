namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Verbs that mean something else with a particle: "turned down" is neither a turn nor down.</summary>
internal static class PhrasalVerbs
{
    private static readonly HashSet<string> Known = WordTable.Rows("phrasal-verbs.txt").SelectMany(row => row.Split(' ')).Select(LikeWords.StemOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The joint stem of verb and particle, or null.</summary>
    public static string? StemOf(string verbStem, string particle) =>
        particle is "up" or "across" or "free" or "down" or "out" or "off" or "over" or "in" or "on" or "away" or "aside" or "forward" or "back" or "ahead" or "through" or "into" or "about" or "to" or "part" or "after" or "behind"
        && Known.TryGetValue($"{verbStem}_{particle}", out var stem) ? stem : null;
}
