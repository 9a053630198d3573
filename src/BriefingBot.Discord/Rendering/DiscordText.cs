using System.Globalization;
using System.Text;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// Makes foreign text harmless: it shows as it was written and does nothing. Discord's markup is
/// https://discord.com/developers/docs/reference#message-formatting and its Markdown.
/// </summary>
internal static class DiscordText
{
    /// <summary>Discord hides a backslash before any of these, and they lose their meaning.</summary>
    private const string Marks = @"\*_~`|<>[]#-+";

    /// <summary>Between two characters that must not meet, and where a backslash would show or not help.</summary>
    private const char Gap = '\u200B';

    private static readonly string[] InviteHosts = ["discord", "discordapp"];

    /// <summary>For content, embed titles, descriptions and fields: one line, without any meaning to Discord.</summary>
    public static string Escape(string text)
    {
        var plain = Plain(text);
        var escaped = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (Marks.Contains(c, StringComparison.Ordinal) || IsListNumber(plain, i)) escaped.Append('\\');
            escaped.Append(c);
            if (c == '@' || BreaksLink(plain, i)) escaped.Append(Gap);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// For places without markup, such as footers. White space is one space; controls that are not to be seen are gone, as
    /// they can turn the reading direction around and hide what a word is.
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

    /// <summary>"1. " at the start of a line; where lines start is not known yet.</summary>
    private static bool IsListNumber(string text, int at) =>
        text[at] == '.' && at > 0 && char.IsAsciiDigit(text[at - 1]) && (at + 1 == text.Length || text[at + 1] == ' ');

    /// <summary>After the colon of "://", and after the name in an invitation that is written without it.</summary>
    private static bool BreaksLink(string text, int at)
    {
        if (text[at] == ':') return at + 1 < text.Length && text[at + 1] == '/';
        return at + 1 < text.Length && text[at + 1] == '.'
            && InviteHosts.Any(host => text.AsSpan(0, at + 1).EndsWith(host, StringComparison.OrdinalIgnoreCase));
    }
}
