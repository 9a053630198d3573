using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Consoles that write escape sequences only to terminals that show them.</summary>
internal static class TerminalConsole
{
    /// <summary>Wide enough that no line of a redirected output is broken: programs read it.</summary>
    private const int Unbroken = 100_000;

    public static IAnsiConsole Create(TextWriter writer, bool ansi, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = ansi ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = ansi ? InteractionSupport.Detect : InteractionSupport.No,
            // Continuous integration servers would otherwise be given colours although they redirect.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (redirected) console.Profile.Width = Unbroken;
        return console;
    }
}
