using System.Text;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Slack.Rendering;

/// <summary>
/// Makes foreign text harmless. In blocks it stands as it is, in elements that Slack reads no markup in; where Slack does
/// read markup (https://docs.slack.dev/messaging/formatting-message-text), nothing in it can act.
/// </summary>
internal static class SlackText
{
    /// <summary>Has no width, and parts what must not meet.</summary>
    private const char Gap = '\u200B';

    /// <summary>
    /// For a message's fallback text, which is mrkdwn and has no sign to take a mark's meaning away: the marks are changed for
    /// others that look like them. The exact words are in the blocks.
    /// </summary>
    public static string Escape(string text)
    {
        var plain = ForeignText.Plain(text);
        var escaped = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            // At the start of a line it makes a quote, escaped or not.
            if (i == 0 && plain[i] == '>') escaped.Append(Gap);
            escaped.Append(Harmless(plain[i]));
            if (IsParted(plain, i)) escaped.Append(Gap);
        }

        return escaped.ToString();
    }

    /// <summary>For text that is streamed, which is Markdown: as <see cref="Escape"/>, and without its marks.</summary>
    public static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in Escape(text))
        {
            // A backslash before a mark shows the mark: https://spec.commonmark.org/0.31.2/#backslash-escapes.
            if (c is '\\' or '[' or ']' or '#' or '|' or '!' or '-' or '+' or '(' or ')' or '=') escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Harmless(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '*' => "∗",
        '_' => "＿",
        '~' => "∼",
        '`' => "ˋ",
        _ => c.ToString(),
    };

    /// <summary>Parts addresses of pages and mails, which are made links of, and the names of emoji.</summary>
    private static bool IsParted(string text, int at)
    {
        if (at + 1 == text.Length) return false;
        return text[at] switch
        {
            '@' => true,
            ':' => text[at + 1] != ' ',
            '.' => char.IsLetter(text[at + 1]) || char.IsHighSurrogate(text[at + 1]),
            _ => false,
        };
    }
}
