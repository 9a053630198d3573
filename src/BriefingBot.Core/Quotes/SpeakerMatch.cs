using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace BriefingBot.Quotes;

/// <summary>Tells whether a quotation is by the speaker someone asks for.</summary>
public static class SpeakerMatch
{
    private static readonly HashSet<string> Ignored = ["the", "a", "an", "of", "for", "and", "mr", "mrs", "ms", "miss", "mx", "sir"];

    /// <summary>
    /// True when every word asked for is a word of the speaker or the role, whatever its case and accents: "Esper",
    /// "Mark Esper", "defence secretary", "pentagon", "diplomat".
    /// </summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="speaker">What the person typed; matches nothing when it holds no word.</param>
    public static bool Matches(Quotation quotation, string speaker)
    {
        var asked = WordsOf(speaker);
        if (asked.Count == 0 || quotation.Speaker is null) return false;
        var known = WordsOf(quotation.Speaker);
        if (quotation.Role is { } role) known.UnionWith(WordsOf(role));
        return asked.IsSubsetOf(known);
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in WithoutAccents(text) + ' ')
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            if (char.IsLetterOrDigit(c) || c == '.') continue;
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }

        words.ExceptWith(Ignored);
        words.Remove("s");
        return words;
    }

    // string.Normalize leaves accents alone under invariant globalization.
    private static string WithoutAccents(string text)
    {
        const int MostLettersForOne = 4;
        var folded = new char[text.Length * MostLettersForOne];
        var length = ASCIIFoldingFilter.FoldToASCII(text.ToCharArray(), 0, folded, 0, text.Length);
        return new string(folded, 0, length);
    }
}
