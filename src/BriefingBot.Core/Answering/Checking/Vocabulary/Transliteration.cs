using System.Text;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Whether two spellings write one foreign name: "Mohammed" and "Muhamed", "Kharkiv" and "Harkiv".</summary>
internal static class Transliteration
{
    private const int ShortestName = 5;

    private static readonly (string From, string To)[] Spellings =
    [
        ("kh", "h"), ("zh", "j"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("dh", "d"), ("gh", "g"), ("ck", "k"), ("iy", "i"), ("yi", "i"),
        ("tch", "ch"), ("sch", "sh"), ("ya", "ia"), ("yu", "iu"), ("y", "i"), ("q", "k"), ("w", "v"), ("o", "u"), ("e", "i"),
    ];

    public static bool Same(string a, string b) =>
        a.Length >= ShortestName && b.Length >= ShortestName && Math.Abs(a.Length - b.Length) <= 2 && a[^1] == b[^1] && Key(a) == Key(b);

    private static string Key(string name)
    {
        foreach (var (from, to) in Spellings) name = name.Replace(from, to, StringComparison.Ordinal);
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (key.Length == 0 || key[^1] != letter) key.Append(letter);
        }

        return key.ToString();
    }
}
