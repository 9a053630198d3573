using System.Text;
using BriefingBot.Chat.Replies;

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
        var plain = ForeignText.Plain(text);
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
