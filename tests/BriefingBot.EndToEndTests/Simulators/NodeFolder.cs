using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators;

/// <summary>A platform's scripts under node/ with its official clients, installed once from the lock file.</summary>
internal sealed class NodeFolder
{
    private readonly string _path;
    private readonly Lazy<Task> _installation;

    public NodeFolder(string platform)
    {
        _path = Path.Combine(AppContext.BaseDirectory, "Simulators", platform, "node");
        _installation = new Lazy<Task>(InstallAsync);
    }

    /// <summary>Runs <paramref name="script"/> to its end and gives its output, errors included.</summary>
    public async Task<string> RunAsync(string script, JsonObject environment, params string[] arguments)
    {
        await _installation.Value;
        var (exit, output) = await StartAsync("node", [script, .. arguments], environment);
        Assert.True(exit == 0, $"{script} ended with {exit}:\n{output}");
        return output;
    }

    /// <summary>
    /// Validates all traffic, whoever the client was, against JSON schemas generated from the platform's published types; fails
    /// with what does not fit, and gives the number of documents of each type.
    /// </summary>
    public async Task<string> ValidateAsync(Journal journal)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, new JsonArray([.. journal.Entries.Select(entry => entry.ToJson())]).ToJsonString());
            return await RunAsync("schemas.mjs", [], file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task InstallAsync()
    {
        var (exit, output) = await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], []);
        Assert.True(exit == 0, $"npm ci ended with {exit}:\n{output}");
    }

    private async Task<(int Exit, string Output)> StartAsync(string program, string[] arguments, JsonObject environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SIMULATOR"] = environment.ToJsonString();
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception)
        {
            Assert.Fail($"\"{program}\" was not found: Node.js 20 or later with npm is needed to check the simulators by the official clients.");
            throw;
        }
    }
}
