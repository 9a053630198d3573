using BriefingBot.Articles;

namespace BriefingBot.Passages;

/// <summary>Decides whether a full stop, question mark, exclamation mark or ellipsis ends a sentence.</summary>
internal static class SentenceBoundary
{
    private const int LongestAbbreviation = 12;
    private const int LongestAddress = 80;

    /// <param name="text">The whole text.</param>
    /// <param name="rest">From the sentence's first character to the end of the range being split.</param>
    /// <param name="mark">The terminator.</param>
    /// <param name="end">Just after the terminator and the closing quotes and brackets that belong to it.</param>
    public static bool IsAt(string text, TextSpan rest, int mark, int end)
    {
        if (end >= rest.End) return true;
        if (!char.IsWhiteSpace(text[end])) return LacksSpace(text, rest, mark, end);

        var next = FirstOfNext(text, end, rest.End, out var newParagraph);
        if (newParagraph || next >= rest.End) return true;
        if (StartsInLowerCase(text, next, rest.End)) return false;
        if (IsDetachedEllipsis(text, rest.Start, mark)) return IsStarter(text, next, rest.End);

        return text[mark] switch
        {
            '.' when end == mark + 1 || text[mark + 1] != '.' => !IsAbbreviation(text, rest, mark, next),
            '!' or '?' => !IsAttributed(text, rest, end, next),
            _ => true,
        };
    }

    /// <summary>The next word's first character, past white space and opening quotes and brackets.</summary>
    private static int FirstOfNext(string text, int at, int limit, out bool newParagraph)
    {
        var breaks = 0;
        for (; at < limit && char.IsWhiteSpace(text[at]); at++) breaks += text[at] == '\n' ? 1 : 0;
        newParagraph = breaks > 1;
        while (at < limit && text[at] is '"' or '“' or '\'' or '‘' or '(' or '[' or '«' or '„') at++;
        return at;
    }

    // "iPhone" and "eBay" start sentences too.
    private static bool StartsInLowerCase(string text, int at, int limit) =>
        char.IsLower(text[at]) && !(at + 1 < limit && char.IsUpper(text[at + 1]));

    // "We ... Then": dots with white space before them stand for left-out words more often than for an end.
    private static bool IsDetachedEllipsis(string text, int start, int mark) =>
        mark > start && char.IsWhiteSpace(text[mark - 1]);

    private static bool IsAbbreviation(string text, TextSpan rest, int dot, int next)
    {
        var word = WordBefore(text, rest.Start, dot);
        if (word.IsEmpty) return IsListNumber(text, rest.Start, dot);
        if (Abbreviations.NeverEnds(word)) return true;
        if (word is "No" or "Nos" or "no" or "nos") return char.IsAsciiDigit(text[next]);
        return Abbreviations.MayEnd(word) && !IsStarter(text, next, rest.End);
    }

    private static bool IsListNumber(string text, int start, int dot) =>
        dot - start is 1 or 2 && char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(text[dot - 1]);

    /// <summary>The letters and inner dots before the dot; empty when too long to be an abbreviation.</summary>
    private static ReadOnlySpan<char> WordBefore(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && dot - from <= LongestAbbreviation && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        return dot - from > LongestAbbreviation ? "x".AsSpan() : text.AsSpan(from, dot - from);
    }

    private static bool IsStarter(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsLetter(text[end])) end++;
        var whole = end >= limit || char.IsWhiteSpace(text[end]) || text[end] is ',' or '\'' or '’';
        return whole && Abbreviations.StartsSentences(text.AsSpan(at, end - at));
    }

    /// <summary>"Why?" Smith asked. – the capital after the closing mark is still the same sentence.</summary>
    private static bool IsAttributed(string text, TextSpan rest, int end, int next)
    {
        if (text[rest.Start] is not ('"' or '“' or '\'' or '‘') || text[end - 1] is not ('"' or '”' or '\'' or '’')) return false;
        var window = text.AsSpan(next, Math.Min(60, rest.End - next));
        var stop = window.IndexOfAny(".!?\"“");
        if (stop >= 0) window = window[..stop];
        foreach (var word in window.Split(' '))
        {
            if (window[word] is "said" or "says" or "asked" or "asks" or "wrote" or "added" or "told" or "tweeted" or "replied" or "shouted") return true;
        }

        return false;
    }

    /// <summary>
    /// "leader.The": scraped text often lost the space between sentences. A small letter, the terminator and a
    /// capitalised word make a border, unless it looks like an address or an abbreviation.
    /// </summary>
    private static bool LacksSpace(string text, TextSpan rest, int mark, int end)
    {
        if (mark == rest.Start || !(char.IsLower(text[mark - 1]) || text[mark - 1] is ')' or '%')) return false;
        if (end + 1 >= rest.End || !char.IsUpper(text[end])) return false;
        if (!char.IsLower(text[end + 1]) && !(text[end] is 'A' or 'I' && char.IsWhiteSpace(text[end + 1]))) return false;

        var word = WordBefore(text, rest.Start, mark);
        if (Abbreviations.NeverEnds(word) || Abbreviations.MayEnd(word)) return false;
        return !IsInAddress(text, rest, mark, end);
    }

    private static bool IsInAddress(string text, TextSpan rest, int mark, int end)
    {
        var after = end;
        while (after < rest.End && char.IsLetter(text[after])) after++;
        if (Abbreviations.IsTopLevelDomain(text.AsSpan(end, after - end))) return true;

        var from = mark;
        while (from > rest.Start && mark - from < LongestAddress && !char.IsWhiteSpace(text[from - 1])) from--;
        var token = text.AsSpan(from, mark - from);
        return token.ContainsAny('/', '@') || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
