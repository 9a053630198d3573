using System.Globalization;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>The result for people.</summary>
internal static class ComparisonTable
{
    public static void Write(ComparisonResult r, TextWriter output)
    {
        output.WriteLine(Text($"{r.Articles:N0} articles, {r.Passages:N0} passages; {r.Questions} questions of {r.MeanTerms:0.0} terms that match {r.MedianMatches:N0} passages (median); {r.Answered:P0} answered"));
        output.WriteLine();
        output.WriteLine("| | Lucene alone | BriefingBot | ratio |");
        output.WriteLine("|---|---:|---:|---:|");
        output.WriteLine(Text($"| indexing, s | {r.PlainSeconds:0.0} | {r.OurSeconds:0.0} | {r.IndexingRatio:0.00} |"));
        output.WriteLine(Text($"| query / retrieve, p50 ms | {r.PlainMs.P50:0.0} | {r.RetrieveMs.P50:0.0} | {r.RetrieveMs.P50 / r.PlainMs.P50:0.00} |"));
        output.WriteLine(Text($"| query / retrieve, p95 ms | {r.PlainMs.P95:0.0} | {r.RetrieveMs.P95:0.0} | {r.RetrieveMs.P95 / r.PlainMs.P95:0.00} |"));
        output.WriteLine(Text($"| query / whole answer, p50 ms | {r.PlainMs.P50:0.0} | {r.TotalMs.P50:0.0} | {r.P50Ratio:0.00} |"));
        output.WriteLine(Text($"| query / whole answer, p95 ms | {r.PlainMs.P95:0.0} | {r.TotalMs.P95:0.0} | {r.P95Ratio:0.00} |"));
        output.WriteLine(Text($"| peak memory indexing, MB | | {r.IndexingPeakMb:0} | |"));
        output.WriteLine(Text($"| peak memory asking, MB | | {r.AskingPeakMb:0} | |"));
        output.WriteLine();
        output.WriteLine(Text($"BriefingBot indexes {r.ArticlesPerSecond:N0} articles ({r.PassagesPerSecond:N0} passages) a second."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
