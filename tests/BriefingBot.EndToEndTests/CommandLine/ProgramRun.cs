using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace BriefingBot.EndToEndTests.CommandLine;

/// <summary>A finished run of the built program in a process of its own, with both streams redirected.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one JSON document it has to be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<ProgramRun> OfAsync(string folder, IEnumerable<string> arguments, string input = "", IEnumerable<(string Name, string Value)>? environment = null)
    {
        using var process = Start(folder, arguments, environment ?? []);
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    public static Process Start(string folder, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The outcome must not depend on who runs the tests.
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    // The build names the program's own output: the copy beside the tests lacks what their web framework brings.
    private static string Program { get; } = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;

    private static bool IsOurs(string name) => name == "NO_COLOR" || name.StartsWith(Settings.EnvironmentPrefix, StringComparison.Ordinal);
}
