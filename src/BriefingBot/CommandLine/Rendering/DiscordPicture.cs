using System.Text;
using BriefingBot.Discord.Resources;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Discord's messages as its clients show them, as far as a terminal can.</summary>
internal static class DiscordPicture
{
    public static MessagePicture Of(MessageBody message) => new(
        [.. (message.Content ?? "").Split('\n').Select(Line)],
        [.. (message.Embeds ?? []).Select(Card)],
        [.. (message.Components ?? []).Select(row => (IReadOnlyList<string>)[.. (row.Components ?? []).Select(button => button.Label ?? "")])]);

    private static CardPicture Card(Embed embed) => new(
    [
        .. Shown(embed.Title, title => $"[bold]{Inline(title)}[/]"),
        .. Shown(embed.Url, url => $"[aqua]{Markup.Escape(url)}[/]"),
        .. Shown(embed.Description, Inline),
        .. Shown(embed.Footer?.Text, footer => $"[grey]{Markup.Escape(TerminalText.OneLine(footer))}[/]"),
    ]);

    private static IEnumerable<string> Shown(string? text, Func<string, string> how) => string.IsNullOrEmpty(text) ? [] : [how(text)];

    private static string Line(string line) => line switch
    {
        ['-', '#', ' ', .. var small] => $"[grey]{Inline(small)}[/]",
        ['>', ' ', .. var quoted] => $"[grey]│[/] {Inline(quoted)}",
        ['-', ' ', .. var item] => $" • {Inline(item)}",
        _ => Inline(line),
    };

    /// <summary>Bold, italics and escapes; what has no meaning here is shown as it is.</summary>
    private static string Inline(string text)
    {
        var safe = TerminalText.OneLine(text);
        var shown = new StringBuilder(safe.Length);
        var (bold, italic) = (false, false);
        for (var i = 0; i < safe.Length; i++)
        {
            if (safe[i] == '\\' && i + 1 < safe.Length) shown.Append(Markup.Escape(safe[++i].ToString()));
            else if (safe[i] == '*' && i + 1 < safe.Length && safe[i + 1] == '*') (bold, i) = (Turn(shown, "bold", bold), i + 1);
            else if (safe[i] == '*') italic = Turn(shown, "italic", italic);
            else shown.Append(Markup.Escape(safe[i].ToString()));
        }

        return shown.Insert(shown.Length, "[/]", (bold ? 1 : 0) + (italic ? 1 : 0)).ToString();
    }

    private static bool Turn(StringBuilder shown, string style, bool isOn)
    {
        shown.Append(isOn ? "[/]" : $"[{style}]");
        return !isOn;
    }
}
