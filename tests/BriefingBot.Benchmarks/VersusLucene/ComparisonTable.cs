using System.Globalization;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>The result for people.</summary>
internal static class ComparisonTable
{
    public static void Write(ComparisonResult r, TextWriter output)
    {
        output.WriteLine(Text($"{r.Articles:N0} articles, {r.Passages:N0} passages; {r.Questions} questions of {r.MeanTerms:0.0} terms that match {r.MedianMatches:N0} passages (median); {r.Answered:P0} answered"));
        output.WriteLine();
        output.WriteLine("| | ratio | Lucene alone | BriefingBot |");
        output.WriteLine("|---|---:|---:|---:|");
        Row("indexing, s", r.PlainSeconds, r.OurSeconds);
        Row("indexing, s of processor time", r.PlainCpuSeconds, r.OurCpuSeconds);
        Row("query / retrieval, p50 ms", r.PlainMs.P50, r.RetrieveMs.P50);
        Row("query / retrieval, p95 ms", r.PlainMs.P95, r.RetrieveMs.P95);
        Row("query / whole answer, p50 ms", r.PlainMs.P50, r.TotalMs.P50);
        Row("query / whole answer, p95 ms", r.PlainMs.P95, r.TotalMs.P95);
        output.WriteLine(Text($"| peak memory of indexing, MB | | | {r.IndexingPeakMb:0} |"));
        output.WriteLine(Text($"| peak memory of asking, MB | | | {r.AskingPeakMb:0} |"));
        output.WriteLine();
        output.WriteLine(Text($"BriefingBot indexes {r.ArticlesPerSecond:N0} articles ({r.PassagesPerSecond:N0} passages) a second."));

        void Row(string what, double plain, double ours) => output.WriteLine(Text($"| {what} | {ours / plain:0.00} | {plain:0.0} | {ours:0.0} |"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
