using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>Walks over the words of a question: runs of letters and digits.</summary>
internal static class WordScan
{
    public static IEnumerable<TextSpan> Words(string text, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            yield return new TextSpan(start, i);
        }
    }

    /// <summary>Whether these words stand in the text, in any case, not as part of longer ones.</summary>
    public static bool ContainsWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }

    /// <summary>Whether a run of digits is part of a number or sum of money ("$2000", "2,000", "2000%") or of a compound ("2022-based").</summary>
    public static bool IsAmount(string text, TextSpan word)
    {
        var before = word.Start > 0 ? text[word.Start - 1] : ' ';
        var after = word.End < text.Length ? text[word.End] : ' ';
        var beyond = word.End + 1 < text.Length ? text[word.End + 1] : ' ';
        return before is '$' or '£' or '€' or '¥' or '#'
            || (before is ',' or '.' && word.Start > 1 && char.IsDigit(text[word.Start - 2]))
            || after == '%' || (after is ',' or '.' && char.IsDigit(beyond));
    }
}
