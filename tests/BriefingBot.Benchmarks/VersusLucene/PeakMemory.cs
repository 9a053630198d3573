using System.Diagnostics;
using System.Globalization;
using BriefingBot.Evaluation;
using BriefingBot.SqliteStore;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>
/// Peak working set of indexing and of asking, each in a process of its own, so that Lucene's side and the
/// benchmark itself do not count. Mapped index files that were touched do.
/// </summary>
internal static class PeakMemory
{
    public const string IndexVerb = "--peak-of-indexing";
    public const string AskVerb = "--peak-of-asking";

    public static long Measure(params string[] arguments)
    {
        // Started as "dotnet BriefingBot.Benchmarks.dll", this process is not the program itself.
        var program = Path.Combine(AppContext.BaseDirectory, "BriefingBot.Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? long.Parse(output, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"measuring memory failed: {output}");
    }

    /// <summary>Runs in the child: does the work and prints the peak in bytes.</summary>
    public static async Task<int> RunChildAsync(string verb, string data, string file)
    {
        if (verb == IndexVerb)
        {
            await OurIndexing.RunAsync(file, DataFolder.At(data));
        }
        else
        {
            using var asking = new Asking(DataFolder.At(data));
            await asking.AskAllAsync(EvaluationQuestion.ReadFile(file));
        }

        using var self = Process.GetCurrentProcess();
        Console.Write(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
