using BriefingBot.Articles;

namespace BriefingBot.Passages;

/// <summary>Splits a block of English news prose into sentences, by offsets.</summary>
public static class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "gov", "sen", "rep", "rev", "hon", "st",
        "jr", "sr", "vs", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "u.s", "u.k", "u.n", "e.g", "i.e", "a.m", "p.m", "inc", "ltd", "co", "corp", "etc",
    };

    /// <summary>The sentences within <paramref name="range"/>, in order, without surrounding white space.</summary>
    public static IEnumerable<TextSpan> Split(string text, TextSpan range)
    {
        var start = range.Start;
        for (var i = range.Start; i < range.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?')) continue;
            var end = i + 1;
            while (end < range.End && text[end] is '.' or '!' or '?' or '"' or '”' or '\'' or '’' or ')') end++;
            if (end < range.End && (!char.IsWhiteSpace(text[end]) || !StartsSentence(text, end, range.End) || IsAbbreviation(text, start, i))) continue;
            if (Trimmed(text, start, end) is { Length: > 0 } sentence) yield return sentence;
            start = end;
            i = end - 1;
        }

        if (Trimmed(text, start, range.End) is { Length: > 0 } rest) yield return rest;
    }

    private static bool StartsSentence(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end && !char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        if (text[dot] != '.') return false;
        var from = dot;
        while (from > start && !char.IsWhiteSpace(text[from - 1])) from--;
        var word = text[from..dot].TrimStart('"', '“', '(', '\'', '‘');
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.Contains(word);
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
