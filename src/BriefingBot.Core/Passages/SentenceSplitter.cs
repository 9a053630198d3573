using System.Buffers;
using BriefingBot.Articles;

namespace BriefingBot.Passages;

/// <summary>
/// Splits a block of English news prose into sentences, by offsets. One pass with bounded looks around each
/// terminator and no allocation per word, because every article passes through here when it is indexed.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// Speech up to this many UTF-16 units stays one sentence with its attribution, for half a quotation reads badly;
    /// longer speech is split like other prose, for a sentence should stay short enough to show.
    /// </summary>
    private const int LongestUnsplitQuote = 240;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…\n\"“•●▪");

    /// <summary>The sentences within <paramref name="range"/>, in order, without surrounding white space.</summary>
    public static IEnumerable<TextSpan> Split(string text, TextSpan range)
    {
        var start = SkipWhiteSpace(text, range.Start, range.End);
        while (start < range.End)
        {
            var end = EndOf(text, start, range.End);
            yield return new TextSpan(start, TrimEnd(text, end));
            start = SkipWhiteSpace(text, end, range.End);
        }
    }

    private static int EndOf(string text, int start, int limit)
    {
        var at = start;
        while (true)
        {
            var step = text.AsSpan(at, limit - at).IndexOfAny(Stops);
            if (step < 0) return limit;
            at += step;

            switch (text[at])
            {
                case '\n':
                    if (EndsParagraph(text, at, limit)) return at;
                    at++;
                    break;
                case '•' or '●' or '▪':
                    if (at > start) return at;
                    at++;
                    break;
                case '"' or '“':
                    at = PastQuote(text, start, at, limit);
                    break;
                default:
                    var end = PastClosers(text, at + 1, limit);
                    if (SentenceBoundary.IsAt(text, new TextSpan(start, limit), at, end)) return end;
                    at = end;
                    break;
            }
        }
    }

    /// <summary>A blank line or a bullet on the next line; a lone line break is only a wrapped line.</summary>
    private static bool EndsParagraph(string text, int lineBreak, int limit)
    {
        var next = lineBreak + 1;
        while (next < limit && text[next] is ' ' or '\t' or '\r') next++;
        if (next >= limit || text[next] == '\n') return true;
        return text[next] is '-' or '*' or '–' && next + 1 < limit && text[next + 1] == ' ';
    }

    /// <summary>
    /// Where to look on after an opening mark: at the terminator before the closing mark, after the closing mark, or,
    /// for speech that is long or never closed, just after the mark.
    /// </summary>
    private static int PastQuote(string text, int start, int mark, int limit)
    {
        if (!OpensQuote(text, start, mark, limit)) return mark + 1;

        var window = text.AsSpan(mark + 1, Math.Min(LongestUnsplitQuote, limit - mark - 1));
        var length = window.IndexOfAny('"', '”');
        if (length < 1 || window[..length].Contains("\n\n", StringComparison.Ordinal)) return mark + 1;

        var close = mark + 1 + length;
        if (OpensQuote(text, start, close, limit)) return mark + 1;
        var last = text[close - 1] is '\'' or '’' && length > 1 ? close - 2 : close - 1;
        return text[last] is '.' or '!' or '?' or '…' ? last : close + 1;
    }

    private static bool OpensQuote(string text, int start, int mark, int limit) =>
        (mark == start || char.IsWhiteSpace(text[mark - 1]) || text[mark - 1] is '(' or '[' or '—' or '–')
        && mark + 1 < limit && !char.IsWhiteSpace(text[mark + 1]);

    private static int PastClosers(string text, int at, int limit)
    {
        while (at < limit && text[at] is '.' or '!' or '?' or '…' or '"' or '”' or '\'' or '’' or ')' or ']' or '»') at++;
        return at;
    }

    private static int SkipWhiteSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int TrimEnd(string text, int end)
    {
        while (char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }
}
