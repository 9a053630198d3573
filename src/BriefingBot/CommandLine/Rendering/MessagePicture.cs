using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A chat message as a platform lays it out, for looking at in a terminal.</summary>
/// <param name="Lines">The text, a Spectre markup each.</param>
/// <param name="Cards">Source cards below it.</param>
/// <param name="Buttons">Labels, a row each.</param>
internal sealed record MessagePicture(IReadOnlyList<string> Lines, IReadOnlyList<CardPicture> Cards, IReadOnlyList<IReadOnlyList<string>> Buttons)
{
    public void Print(IAnsiConsole console)
    {
        console.MarkupLine("[bold]BriefingBot[/] [black on blue] APP [/]");
        foreach (var line in Lines) console.MarkupLine(line);
        foreach (var card in Cards)
        {
            foreach (var line in card.Lines) console.Write(new Padder(new Markup($"[blue]▌[/] {line}"), new Padding(0)));
        }

        foreach (var row in Buttons) console.MarkupLine(string.Join(' ', row.Select(label => $"[black on silver] {Markup.Escape(label)} [/]")));
        console.WriteLine();
    }
}

/// <param name="Lines">Title, quote and footer, a Spectre markup each.</param>
internal sealed record CardPicture(IReadOnlyList<string> Lines);
