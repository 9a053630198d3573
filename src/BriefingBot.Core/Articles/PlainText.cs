using System.Buffers;

namespace BriefingBot.Articles;

/// <summary>The form in which text from any file format is stored.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t'))]);

    /// <summary>
    /// Line ends become '\n'; every other control character but the tab becomes a space, and half a surrogate pair
    /// becomes U+FFFD, so that stored text is always well formed and cannot carry terminal escapes. Zero-width and
    /// bidirectional marks stay, since words of some scripts need them; whoever renders the text escapes them.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;

        var clean = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean[length++] = c;
                clean[length++] = text[++i];
                continue;
            }

            clean[length++] = c switch
            {
                '\r' => '\n',
                '\n' or '\t' => c,
                _ when char.IsControl(c) => ' ',
                _ when char.IsSurrogate(c) => '\uFFFD',
                _ => c,
            };
        }

        return new string(clean, 0, length);
    }

    /// <summary>A field such as a title on one line: cleaned, trimmed, runs of white space made one space.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        return string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The start of a text on one line, for messages; no character is cut in two.</summary>
    public static string Shortened(string text, int length)
    {
        var line = OneLine(text);
        if (line.Length <= length) return line;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }

    public static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a paragraph ends as a sentence does, closing quotes and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> paragraph)
    {
        var bare = paragraph.TrimEnd("\"”’')]» ");
        return bare.Length > 0 && bare[^1] is '.' or '!' or '?' or '…';
    }
}
