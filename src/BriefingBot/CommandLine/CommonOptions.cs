using System.CommandLine;

namespace BriefingBot.CommandLine;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder with the database and the search index [configured: Data:Folder; default: data]",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Config { get; } = new("--config")
    {
        Description = "Configuration file [default: ./appsettings.json if there is one]",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "Write plain text; so does the variable NO_COLOR", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Say more about what happens, on standard error", Recursive = true };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document instead of text" };
}
