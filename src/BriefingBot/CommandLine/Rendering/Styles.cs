using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>What colours mean.</summary>
internal static class Styles
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(Color.Grey);

    public static Style Mark { get; } = new(Color.Aqua);

    public static Style Good { get; } = new(Color.Green);

    public static Style Warning { get; } = new(Color.Yellow);

    public static Style Bad { get; } = new(Color.Red);
}
