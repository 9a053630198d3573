using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using BriefingBot.CommandLine.Rendering;

namespace BriefingBot.CommandLine;

/// <summary>The command line as a whole.</summary>
internal static class BriefingBotCommand
{
    /// <summary>How long a cancelled verb may take to finish what it has begun and let go of its files.</summary>
    private static readonly TimeSpan CancellationTime = TimeSpan.FromSeconds(20);

    public static Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        var parsed = Create().Parse(arguments);
        return parsed.Action is ParseErrorAction errors ? Task.FromResult(Refuse(parsed, errors))
            : parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CancellationTime }, cancellation);
    }

    private static int Refuse(ParseResult parsed, ParseErrorAction errors)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            Output.ToConsole(json: true, verbose: false, color: false).Fail(new Failure(ExitCode.Usage, string.Join(' ', parsed.Errors.Select(e => e.Message))));
            return ExitCode.Usage;
        }

        errors.ShowHelp = false;
        // Suggestions would go to standard output, which is for results.
        parsed.Invoke(new InvocationConfiguration { Output = Console.Error, Error = Console.Error });
        Console.Error.WriteLine($"See '{RootCommand.ExecutableName} {Path(parsed.CommandResult.Command)}--help'.");
        return ExitCode.Usage;
    }

    private static string Path(Command command) => command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(Path))}{command.Name} ";

    public static RootCommand Create()
    {
        var run = new RunVerb();
        var root = new RootCommand("Answers questions about a body of news briefings, with the checked sentence behind every statement.")
        {
            new AskVerb(), new QuoteVerb(), new DigestVerb(), new ChatVerb(), new ArticlesVerb(), new ArticleVerb(), new IndexVerb(), new SourcesVerb(),
            new DoctorVerb(), new EvalVerb(), new GapsVerb(), run,
            CommonOptions.Data, CommonOptions.Config, CommonOptions.NoColor, CommonOptions.Verbose,
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.SetAction(run.InvokeAsync);
        return root;
    }
}
