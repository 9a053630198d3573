using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Where a verb writes: results to one console, notes and errors to the other.</summary>
internal sealed class Output(IAnsiConsole result, IAnsiConsole notes, bool json, bool verbose)
{
    /// <summary>Standard output.</summary>
    public IAnsiConsole Result { get; } = result;

    /// <summary>Standard error.</summary>
    public IAnsiConsole Notes { get; } = notes;

    public bool Json { get; } = json;

    public bool Verbose { get; } = verbose;

    public static Output ToConsole(bool json, bool verbose, bool color)
    {
        // https://no-color.org
        color &= string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Output(
            TerminalConsole.Create(Console.Out, color && !Console.IsOutputRedirected, Console.IsOutputRedirected),
            TerminalConsole.Create(Console.Error, color && !Console.IsErrorRedirected, Console.IsErrorRedirected),
            json, verbose);
    }

    /// <summary>Something the user should know that is not part of the result.</summary>
    public void Note(string text) => Notes.WriteLine(TerminalText.Lines(text), Styles.Dim);

    public void Fail(Failure failure)
    {
        if (Json) Notes.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(ErrorJson.Of(failure), OutputJson.OneLine.ErrorJson));
        else Notes.WriteLine(TerminalText.Lines(failure.Message), Styles.Bad);
    }

    public void Write<T>(T document, Func<OutputJson, JsonTypeInfo<T>> type) =>
        Result.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(document, type(OutputJson.Indented)));
}
