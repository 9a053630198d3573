using System.Globalization;
using BriefingBot.Evaluation.Summaries;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>The measures of <c>eval --summaries</c>; shares are 0 to 1.</summary>
/// <param name="Digest">Means over the digest's summaries.</param>
/// <param name="LeadThree">Means over the first three sentences of each text.</param>
/// <param name="Verbatim">Share of the summaries' sentences that stand word for word in their texts.</param>
internal sealed record SummaryReportJson(int Tasks, RougeMeansJson Digest, RougeMeansJson LeadThree, double Verbatim)
{
    public static SummaryReportJson Of(SummaryReport report) =>
        new(report.Tasks, RougeMeansJson.Of(report.Digest), RougeMeansJson.Of(report.LeadThree), Math.Round(report.Verbatim, 4));
}

internal sealed record RougeMeansJson(MeanScore Rouge1, MeanScore Rouge2, MeanScore RougeL)
{
    public static RougeMeansJson Of(RougeMeans means) => new(Round(means.Rouge1), Round(means.Rouge2), Round(means.RougeL));

    private static MeanScore Round(MeanScore score) => new(Math.Round(score.Precision, 4), Math.Round(score.Recall, 4), Math.Round(score.F1, 4));
}

/// <summary>The same for people.</summary>
internal static class SummaryReportPrinter
{
    public static void Print(this IAnsiConsole console, SummaryReportJson report) => console.Table(
    [
        ("Summaries", $"{report.Tasks}"),
        ("  sentences verbatim", Share(report.Verbatim)),
        ("F1 (precision / recall)", "digest, then first three sentences"),
        ("ROUGE-1", Row(report.Digest.Rouge1, report.LeadThree.Rouge1)),
        ("ROUGE-2", Row(report.Digest.Rouge2, report.LeadThree.Rouge2)),
        ("ROUGE-L", Row(report.Digest.RougeL, report.LeadThree.RougeL)),
    ]);

    private static string Row(MeanScore digest, MeanScore lead) => $"{Score(digest)}   {Score(lead)}";

    private static string Score(MeanScore score) => $"{Share(score.F1)} ({Share(score.Precision)} / {Share(score.Recall)})";

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
