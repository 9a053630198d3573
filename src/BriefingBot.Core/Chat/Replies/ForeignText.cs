using System.Globalization;
using System.Text;

namespace BriefingBot.Chat.Replies;

/// <summary>Text of articles and people, on its way into a message.</summary>
public static class ForeignText
{
    /// <summary>
    /// For places without markup. White space is one space; controls that are not to be seen are gone, as they can turn the
    /// reading direction around and hide what a word is.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (!IsHidden(rune))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        // Blanks that are no white space to Unicode, and the grapheme joiner.
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800;
}
