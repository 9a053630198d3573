using System.Text;

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
        foreach (var c in Decomposed(text) + ' ')
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c == '.') continue;
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }

        words.ExceptWith(Ignored);
        words.Remove("s");
        return words;
    }

    // Normalising throws on half a surrogate pair, which typed text may hold; the round trip replaces it.
    private static string Decomposed(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormD);
}
