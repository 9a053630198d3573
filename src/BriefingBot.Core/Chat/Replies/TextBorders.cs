using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Chat.Replies;

/// <summary>
/// Where a text may be cut: not inside a link, not inside what people see as one character
/// (https://unicode.org/reports/tr29/).
/// </summary>
internal sealed partial class TextBorders
{
    private readonly string _text;
    private readonly bool[] _inside;

    public TextBorders(string text)
    {
        _text = text;
        _inside = new bool[text.Length + 1];
        Array.Fill(_inside, true, 0, text.Length);
        foreach (var start in StringInfo.ParseCombiningCharacters(text)) _inside[start] = false;
        foreach (var link in Link().EnumerateMatches(text)) Array.Fill(_inside, true, link.Index + 1, link.Length - 1);
    }

    /// <summary>The text without the links that are longer than this.</summary>
    public static string WithoutLinksOver(int length, string text) => Link().Replace(text, link => link.Length <= length ? link.Value : "…");

    /// <summary>Where the white space from here on ends; a space that carries an accent is no white space.</summary>
    public int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]) && !_inside[at + 1]) at++;
        return at;
    }

    /// <summary>The best place to end a piece that starts here and may not reach beyond <paramref name="most"/>; always after the start.</summary>
    public int Before(int start, int most)
    {
        // A piece is not cut short by more than half only to end at a paragraph or sentence.
        var half = start + ((most - start) / 2);
        return Last(half, most, at => _text[at] == '\n')
            ?? LastSentence(start, half, most)
            ?? Last(start, most, at => char.IsWhiteSpace(_text[at]))
            ?? Last(start, most, _ => true)
            ?? CodePoint(start, most);
    }

    private int? Last(int after, int most, Func<int, bool> isBorder)
    {
        for (var at = most; at > after; at--)
        {
            if (!_inside[at] && isBorder(at)) return at;
        }

        return null;
    }

    private int? LastSentence(int start, int after, int most)
    {
        int? last = null;
        foreach (var sentence in SentenceSplitter.Split(_text, new TextSpan(start, _text.Length)))
        {
            if (sentence.End > most) break;
            if (sentence.End > after && !_inside[sentence.End]) last = sentence.End;
        }

        return last;
    }

    /// <summary>For one character with more marks than a message holds.</summary>
    private int CodePoint(int start, int most) => most - start > 1 && char.IsHighSurrogate(_text[most - 1]) ? most - 1 : most;

    /// <summary>Web addresses, bare or in the link notations of Markdown and Slack.</summary>
    [GeneratedRegex(@"\[[^\[\]\r\n]*\]\(<?https?://[^\s()<>]*>?\)|<https?://[^<>\r\n]*>|https?://[^\s<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
