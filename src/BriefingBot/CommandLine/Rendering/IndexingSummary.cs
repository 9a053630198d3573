using System.Globalization;
using BriefingBot.Indexing;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>What a run of indexing did, for people.</summary>
internal static class IndexingSummary
{
    /// <summary>"3 new, 1 changed and 0 withdrawn articles".</summary>
    public static string Of(IndexingReport report) =>
        $"{Count(report.Added)} new, {Count(report.Changed)} changed and {Count(report.Withdrawn)} withdrawn articles";

    public static string Problems(int count) => count == 1 ? "1 problem" : $"{Count(count)} problems";

    public static void Print(this IAnsiConsole console, IndexingReport report)
    {
        console.Table(Rows(report));
        if (report.Problems.Count == 0) return;
        console.Heading("Problems");
        foreach (var problem in report.Problems) console.Line(problem.ToString(), Styles.Warning);
    }

    private static IEnumerable<(string Name, string Value)> Rows(IndexingReport report)
    {
        var (articles, seconds) = (report.Added + report.Changed + report.Unchanged, report.Elapsed.TotalSeconds);
        return
        [
            ("New", Count(report.Added)),
            ("Changed", Count(report.Changed)),
            ("Unchanged", Count(report.Unchanged)),
            ("Withdrawn", Count(report.Withdrawn)),
            ("Passages written", Count(report.Passages)),
            ("Groups of near-copies", Count(report.CopyGroups)),
            ("Problems", Count(report.Problems.Count)),
            ("Seconds", seconds.ToString("N1", CultureInfo.InvariantCulture)),
            ("Articles a second", Count((int)(articles / Math.Max(seconds, 0.001)))),
        ];
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
