using System.Globalization;
using System.Text;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>
/// Makes foreign text safe to show in a terminal: escape sequences could move the cursor or change what is already
/// shown, and bidirectional or invisible characters make a text read differently from what it is
/// (Unicode TR 36, https://www.unicode.org/reports/tr36/). For display only: data keeps its text as it is.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text on one line, runs of white space made one space.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Lines(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with its line breaks.</summary>
    public static string Lines(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(safe, rune);
        return safe.ToString();
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        if (rune.Value == '\n')
        {
            safe.Append('\n');
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control:
                // A space, so that words on either side stay apart.
                safe.Append(' ');
                break;
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                safe.Append('\n');
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                safe.Append('\uFFFD');
                break;
            default:
                // Half a surrogate pair is enumerated as U+FFFD.
                safe.Append(rune.ToString());
                break;
        }
    }
}
