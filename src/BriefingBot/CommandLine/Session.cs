using System.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.CommandLine;

/// <summary>Configuration keys that a verb's own options set, seen beside what is configured otherwise.</summary>
internal delegate IEnumerable<KeyValuePair<string, string?>> VerbSettings(ParseResult arguments, IConfiguration configured);

/// <summary>One run of a verb: what was asked for, where its output goes, and the parts it needs.</summary>
internal sealed class Session : IDisposable
{
    private readonly Lazy<IHost> _host;

    private Session(ParseResult arguments, VerbSettings settings, Output output)
    {
        (Arguments, Output) = (arguments, output);
        _host = new Lazy<IHost>(() => Compose(arguments, settings));
    }

    public ParseResult Arguments { get; }

    public Output Output { get; }

    /// <summary>The parts; the configuration is read and checked when they are first asked for.</summary>
    public IServiceProvider Services => _host.Value.Services;

    /// <summary>Held by whoever writes into the data folder, for its lock does not let one process wait for itself.</summary>
    public SemaphoreSlim Writing { get; } = new(1);

    /// <summary>Runs a verb; whatever stops it becomes a message and an exit code.</summary>
    public static async Task<int> RunAsync(
        ParseResult arguments, VerbSettings settings, Func<Session, CancellationToken, Task<int>> verb, CancellationToken cancellation)
    {
        // A signal ends the process at once as long as the command line has no task to wait for, and much of a verb is synchronous.
        await Task.Yield();
        var output = Output.ToConsole(
            arguments.GetValue(CommonOptions.Json), arguments.GetValue(CommonOptions.Verbose), !arguments.GetValue(CommonOptions.NoColor));
        using var session = new Session(arguments, settings, output);
        try
        {
            return await verb(session, cancellation);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            output.Fail(failure);
            if (output.Verbose) output.Note(exception.ToString());
            return failure.Code;
        }
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public void Dispose()
    {
        if (_host.IsValueCreated) _host.Value.Dispose();
        Writing.Dispose();
    }

    private static IHost Compose(ParseResult arguments, VerbSettings settings)
    {
        // The empty builder leaves out logging, file watching and metrics, which a command that runs for a second does not need.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        IHost? host = null;
        try
        {
            builder.Configuration.AddSettings(arguments.GetValue(CommonOptions.Config), CommonSettings(arguments));
            builder.Configuration.AddInMemoryCollection([.. settings(arguments, builder.Configuration)]);
            builder.Services.AddBriefingBot();
            host = builder.Build();
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            return host;
        }
        catch (Exception e) when (Settings.Explain(e) is { } problem)
        {
            host?.Dispose();
            throw new UsageException(problem);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> CommonSettings(ParseResult arguments) =>
        arguments.GetValue(CommonOptions.Data) is { } folder ? [new(DataOptions.FolderKey, folder)] : [];
}
