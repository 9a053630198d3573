using System.Collections.Concurrent;
using System.Diagnostics;
using BriefingBot.EndToEndTests.CommandLine;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The built program run as a service in a process of its own. Whoever waits in vain is shown what it said.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private RunningService(Process process)
    {
        _process = process;
        // What nobody reads would fill the pipe and stop the program.
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <summary>Waits for the web server and gives its address.</summary>
    public async Task<string> AddressAsync()
    {
        const string Statement = "Web: on at ";
        string? Line() => _output.FirstOrDefault(line => line.StartsWith(Statement, StringComparison.Ordinal));
        await UntilAsync(() => Line() is not null, "the web server listened");
        return Line()![Statement.Length..].Split(',')[0];
    }

    public static RunningService Start(Newsroom room, IEnumerable<(string Key, string Value)> settings) =>
        new(ProgramRun.Start(room.FullPath, ["run"], settings.Select(s => ($"{Settings.EnvironmentPrefix}{s.Key.Replace(":", "__", StringComparison.Ordinal)}", s.Value))));

    public async Task UntilAsync(Func<bool> condition, string what, double seconds = 30)
    {
        try
        {
            await Waiting.Until(() => condition() || _process.HasExited, what, seconds);
        }
        catch (TimeoutException e)
        {
            Assert.Fail($"{e.Message} The service said:\n{Errors}");
        }

        Assert.True(condition(), $"The service ended before {what}. It said:\n{Errors}");
    }

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await UntilAsync(() => _process.HasExited, "the service to end");
        await _process.WaitForExitAsync(CancellationToken.None);
        return _process.ExitCode;
    }

    /// <summary>Without any warning, as a crash or a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
