using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.CommandLine;

/// <summary>A verb of the command line.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(InvokeAsync);
    }

    public Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellation) => Session.RunAsync(parsed, Settings, RunAsync, cancellation);

    /// <summary>Shown at the end of the verb's help, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Configuration keys that the verb's own options set.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="configured">What file, environment and common options say.</param>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed, IConfiguration configured) => [];

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(Session session, CancellationToken cancellation);
}
