using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BriefingBot.CommandLine;

/// <summary>The usual help, followed by examples and exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly string[] FirstSteps =
    [
        "ask \"What did Mark Esper discuss in Algiers?\"",
        "index ~/briefings",
        "doctor",
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in (parseResult.CommandResult.Command as Verb)?.Examples ?? FirstSteps) output.WriteLine($"  {RootCommand.ExecutableName} {example}");
        output.WriteLine();
        output.WriteLine(ExitCode.Help);
        return result;
    }
}
