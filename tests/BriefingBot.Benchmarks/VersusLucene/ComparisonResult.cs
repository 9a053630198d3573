using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>What was measured; times of queries in milliseconds.</summary>
/// <param name="PlainSeconds">Lucene's best round by the clock; then the processor time of the same round.</param>
/// <param name="OurSeconds">The pipeline's likewise.</param>
/// <param name="MeanTerms">Distinct terms a question.</param>
/// <param name="MedianMatches">Passages that hold any term of the question: how much work the queries are.</param>
internal sealed record ComparisonResult(
    int Articles, int Passages, double PlainSeconds, double PlainCpuSeconds, double OurSeconds, double OurCpuSeconds,
    int Questions, double Answered, double MeanTerms, int MedianMatches,
    Latency PlainMs, Latency RetrieveMs, Latency TotalMs,
    double IndexingPeakMb, double AskingPeakMb)
{
    public double IndexingRatio => OurSeconds / PlainSeconds;

    public double IndexingCpuRatio => OurCpuSeconds / PlainCpuSeconds;

    public double P50Ratio => TotalMs.P50 / PlainMs.P50;

    public double P95Ratio => TotalMs.P95 / PlainMs.P95;

    public double ArticlesPerSecond => Articles / OurSeconds;

    public double PassagesPerSecond => Passages / OurSeconds;

    public static ComparisonResult Of(
        int articles, int passages, IndexTime plain, IndexTime ours, IReadOnlyList<AskTimes> asked, long indexingPeak, long askingPeak)
    {
        const double mega = 1024 * 1024;
        return new ComparisonResult(
            articles, passages, plain.Clock.TotalSeconds, plain.Processor.TotalSeconds, ours.Clock.TotalSeconds, ours.Processor.TotalSeconds,
            asked.Count, asked.Average(a => a.Answered ? 1 : 0), asked.Average(a => a.Terms), asked.Select(a => a.Matches).Order().ElementAt(asked.Count / 2),
            Latency.Of(asked.Select(a => a.Plain)), Latency.Of(asked.Select(a => a.Retrieve)), Latency.Of(asked.Select(a => a.Total)),
            indexingPeak / mega, askingPeak / mega);
    }
}
