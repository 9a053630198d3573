using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>Runs the scripts under node/ with the official clients, installed once from the lock file.</summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Simulators", "Discord", "node");
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <summary>Runs <paramref name="script"/> to its end and gives its output, errors included.</summary>
    public static async Task<string> RunAsync(string script, JsonObject environment, params string[] arguments)
    {
        await Installation.Value;
        var (exit, output) = await StartAsync("node", [script, .. arguments], environment);
        Assert.True(exit == 0, $"{script} ended with {exit}:\n{output}");
        return output;
    }

    /// <summary>
    /// Validates all traffic of <paramref name="simulator"/>, whoever its client was, against JSON schemas generated from
    /// discord-api-types; fails with what does not fit, and gives the number of documents of each type.
    /// </summary>
    public static async Task<string> ValidateTrafficAsync(DiscordSimulator simulator)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, new JsonArray([.. simulator.Journal.Entries.Select(entry => entry.ToJson())]).ToJsonString());
            return await RunAsync("schemas.mjs", [], file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task InstallAsync()
    {
        var (exit, output) = await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], []);
        Assert.True(exit == 0, $"npm ci ended with {exit}:\n{output}");
    }

    private static async Task<(int Exit, string Output)> StartAsync(string program, string[] arguments, JsonObject environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
            Assert.Fail($"\"{program}\" was not found: Node.js 20 or later with npm is needed to check the simulator by Discord's official clients.");
            throw;
        }
    }
}
