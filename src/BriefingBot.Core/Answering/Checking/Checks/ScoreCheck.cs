using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Two numbers in one, "6-4", belong together: each of them may stand in a passage of scores and the pair in none.</summary>
internal static partial class ScoreCheck
{
    public static Objection? Find(string sentence, IReadOnlyList<CitedText> cited)
    {
        var written = cited.SelectMany(c => Pairs(c.Passage)).ToHashSet();
        if (written.Count == 0) return null;
        foreach (var pair in Pairs(sentence))
        {
            if (written.Contains(pair) || written.Contains((pair.Second, pair.First)) || IsInWords(pair, cited)) continue;
            var text = string.Create(CultureInfo.InvariantCulture, $"{pair.First}-{pair.Second}");
            return new Objection(ObjectionKind.Number, text, $"{text} is not in the cited passages");
        }

        return null;
    }

    private static IEnumerable<(int First, int Second)> Pairs(string text) =>
        Pair().Matches(text).Select(m => (int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture)));

    /// <summary>"From 18 to 24", "between 18 and 24".</summary>
    private static bool IsInWords((int First, int Second) pair, IReadOnlyList<CitedText> cited) => cited.Any(c =>
        Regex.IsMatch(c.Passage, string.Create(CultureInfo.InvariantCulture, $@"\b{pair.First} (to|and) {pair.Second}\b"), RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100)));

    [GeneratedRegex(@"(?<![\w.,–-])(\d{1,3})[-–](\d{1,3})(?![\w–-])", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
