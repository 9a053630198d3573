using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Lines of foreign text: made safe for the terminal, and never read as Spectre markup.</summary>
internal static class ConsoleLines
{
    /// <summary>One line, broken between words and indented where the terminal is too narrow for it.</summary>
    public static void Line(this IAnsiConsole console, string text, Style? style = null, int indent = 0)
    {
        var line = new Text(TerminalText.OneLine(text), style);
        console.Write(indent == 0 ? line : new Padder(line, new Padding(indent, 0, 0, 0)));
        if (indent == 0) console.WriteLine();
    }

    /// <summary>Names on the left, values flush right.</summary>
    public static void Table(this IAnsiConsole console, IEnumerable<(string Name, string Value)> rows)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().RightAligned());
        foreach (var (name, value) in rows) grid.AddRow(new Text(name), new Text(value));
        console.Write(grid);
    }

    public static void Heading(this IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Line(text, Styles.Heading);
    }
}
