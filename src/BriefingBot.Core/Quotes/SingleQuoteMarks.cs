using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>
/// Finds stretches between single marks, as British papers print speech, and leaves apostrophes alone. A mark opens
/// before a word and closes after one; "the leaders' plan" looks like a close, so a better one further on is preferred.
/// </summary>
internal sealed class SingleQuoteMarks(string text, TextSpan paragraph)
{
    // Nothing closes from here on: keeps a paragraph of nothing but opening marks linear.
    private int _barrenFrom = int.MaxValue;

    /// <summary>The quoted stretch that opens at <paramref name="open"/>, or null for an apostrophe.</summary>
    public QuotedRange? From(int open)
    {
        if (!Opens(open)) return null;
        if (open < _barrenFrom && Close(open) is { } close) return new QuotedRange(open, close, true);
        _barrenFrom = Math.Min(_barrenFrom, open);
        return open == paragraph.Start && text[open] == '‘' ? new QuotedRange(open, paragraph.End, false) : null;
    }

    private int? Close(int open)
    {
        int? weak = null;
        for (var at = open + 2; at < paragraph.End; at++)
        {
            if (text[at] is not ('\'' or '’' or '‘')) continue;
            if (weak is not null && Opens(at)) return weak;
            if (!Closes(at)) continue;
            if (text[at - 1] is not ('s' or 'S' or 'z' or 'x' or 'n')) return at;
            weak ??= at;
        }

        return weak;
    }

    private bool Opens(int at)
    {
        if (at + 1 >= paragraph.End || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '"' or '“' or '…' or '[' or '$' or '£')) return false;
        if (at > paragraph.Start && !(char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–')) return false;
        return text[at] is '\'' or '‘' && !IsElision(at);
    }

    private bool Closes(int at) =>
        text[at] != '‘' && !char.IsWhiteSpace(text[at - 1]) && (at + 1 >= paragraph.End || !char.IsLetterOrDigit(text[at + 1]));

    // '90s, 'em, 'til, 'tis, 'n', 'cause
    private bool IsElision(int at)
    {
        var end = at + 1;
        while (end < paragraph.End && end - at < 8 && char.IsLetterOrDigit(text[end])) end++;
        return char.IsAsciiDigit(text[at + 1]) ? text[end - 1] == 's'
            : text.AsSpan(at + 1, end - at - 1) is "em" or "til" or "tis" or "twas" or "n" or "cause" or "cuz" or "bout" or "round" or "Tis" or "Twas";
    }
}
