using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>A quoted stretch of a paragraph.</summary>
/// <param name="Open">The opening mark.</param>
/// <param name="Close">The closing mark, or the paragraph's end when there is none.</param>
/// <param name="Closed">False when the paragraph ends before the quotation does.</param>
internal readonly record struct QuotedRange(int Open, int Close, bool Closed);

/// <summary>
/// Finds the outermost quoted stretches of a paragraph. Where a mark stands decides as much as which mark it is, for
/// straight marks have no direction and curly ones are often typed the wrong way round.
/// </summary>
internal static class QuoteMarks
{
    public static List<QuotedRange> Find(string text, TextSpan paragraph)
    {
        var found = new List<QuotedRange>();
        var singles = new SingleQuoteMarks(text, paragraph);
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            QuotedRange? range = text[at] switch
            {
                '"' or '“' or '”' or '„' or '«' or '»' when Opens(text, paragraph, at) => FromDouble(text, paragraph, at),
                '\'' or '‘' or '’' => singles.From(at),
                _ => null,
            };
            if (range is not { } quote) continue;
            found.Add(quote);
            at = Math.Max(at, Reopens(text, paragraph, quote) ? quote.Close - 1 : quote.Close);
        }

        return found;
    }

    public static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    // A quotation without closing mark may end at the opening mark of the next one.
    private static bool Reopens(string text, TextSpan paragraph, QuotedRange quote) =>
        !quote.Closed && quote.Close < paragraph.End && IsDouble(text[quote.Close]);

    private static QuotedRange FromDouble(string text, TextSpan paragraph, int open)
    {
        var nested = 0;
        for (var at = open + 1; at < paragraph.End; at++)
        {
            if (nested == 0 && IsTwoSingles(text, paragraph, at)) return new QuotedRange(open, at, true);
            if (!Pairs(text[open], text[at]) || IsInches(text, open, at)) continue;
            if (OpensInside(text, paragraph, open, at))
            {
                if (EndsSentence(text, open, at)) return new QuotedRange(open, at, false);
                nested++;
            }
            else if (nested-- == 0)
            {
                return new QuotedRange(open, at, true);
            }
        }

        return new QuotedRange(open, paragraph.End, false);
    }

    // Two single marks typed for one double mark.
    private static bool IsTwoSingles(string text, TextSpan paragraph, int at) =>
        text[at] is '’' or '\'' && at + 1 < paragraph.End && text[at + 1] == text[at] && !char.IsWhiteSpace(text[at - 1])
        && (at + 2 >= paragraph.End || !char.IsLetterOrDigit(text[at + 2]));

    private static bool Pairs(char open, char mark) => open is '«' or '»' ? mark is '«' or '»' : mark is '"' or '“' or '”' or '„';

    private static bool OpensInside(string text, TextSpan paragraph, int open, int at)
    {
        if (text[at] is '”' || (text[open] == '«' && text[at] == '»') || (text[open] == '»' && text[at] == '«')) return false;
        if (text[open] == '„' && text[at] == '“') return false;
        return Before(text, paragraph, at) && at + 1 < paragraph.End && !char.IsWhiteSpace(text[at + 1]) && !char.IsPunctuation(text[at + 1]);
    }

    private static bool Opens(string text, TextSpan paragraph, int at)
    {
        if (at + 1 >= paragraph.End) return false;
        if (text[at] is '“' or '„' or '«') return true;
        if (Before(text, paragraph, at)) return text[at] == '"' || !char.IsWhiteSpace(text[at + 1]);
        return text[at] == '"' && text[at - 1] is ':' or ',' && char.IsLetter(text[at + 1]);
    }

    /// <summary>True when what stands before the mark lets a quotation begin there.</summary>
    private static bool Before(string text, TextSpan paragraph, int at) =>
        at == paragraph.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '‘' or '\'' or '/' or '\u200b';

    private static bool EndsSentence(string text, int open, int at)
    {
        var last = at - 1;
        while (last > open && char.IsWhiteSpace(text[last])) last--;
        return text[last] is '.' or '!' or '?' or '…' or ',';
    }

    // 6'2" tall: feet and inches inside speech.
    private static bool IsInches(string text, int open, int at)
    {
        if (text[at] != '"' || !char.IsAsciiDigit(text[at - 1])) return false;
        var from = at - 1;
        while (from > open && at - from < 4 && char.IsAsciiDigit(text[from])) from--;
        return text[from] is '\'' or '’';
    }
}
