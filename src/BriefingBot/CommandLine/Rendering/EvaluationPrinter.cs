using System.Globalization;
using BriefingBot.Evaluation;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>The measures of <c>eval</c> for people.</summary>
internal static class EvaluationPrinter
{
    public static void Print(this IAnsiConsole console, EvaluationJson report) => console.Table(Rows(report));

    private static IEnumerable<(string Name, string Value)> Rows(EvaluationJson report) =>
    [
        ("Questions", $"{report.Questions}"),
        ("  answerable", $"{report.Answerable}"),
        ("  unanswerable", $"{report.Unanswerable}"),
        ("Known article first", Share(report.HitAt1)),
        ("  among the first 4", Share(report.HitAt4)),
        ("  among the first 5", Share(report.HitAt5)),
        ("  among the first 10", Share(report.HitAt10)),
        ("MRR@10", Share(report.MrrAt10)),
        ("MAP@10", Share(report.MapAt10)),
        ("Answer in reply", Share(report.AnswerInReply)),
        ("Abstained on unanswerable", Share(report.AbstentionOnUnanswerable)),
        ("Abstained on answerable", Share(report.AbstentionOnAnswerable)),
        ("Words of a reply, mean", report.MeanReplyWords.ToString("N1", CultureInfo.InvariantCulture)),
        ("  longest", $"{report.LongestReplyWords}"),
        ("Citations", $"{report.Citations}"),
        ("  verbatim", Share(report.CitationValidity)),
        ("  recall", Share(report.CitationRecall)),
        ("  precision", Share(report.CitationPrecision)),
        .. Writing(report.Writing),
        ("Retrieve ms, p50 / p95", Times(report.RetrieveMs)),
        ("Total ms, p50 / p95", Times(report.TotalMs)),
        ("Articles / passages indexed a second", report.Indexing is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate.ArticlesPerSecond:N0} / {rate.PassagesPerSecond:N0}") : "index reused"),
        ("Peak memory, MiB", report.PeakMemoryMb.ToString("N0", CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<(string Name, string Value)> Writing(WritingReport writing) => writing.Answers == 0 ? [] :
    [
        ("Answers written by the model", $"{writing.Answers - writing.Fallbacks} of {writing.Answers}"),
        ("  sentences written / refused", $"{writing.Written} / {writing.Refused}"),
        ("  replaced / dropped", $"{writing.Replaced} / {writing.Dropped}"),
        ("  tokens in / out", string.Create(CultureInfo.InvariantCulture, $"{writing.InputTokens:N0} / {writing.OutputTokens:N0}")),
    ];

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Times(Latency latency) => string.Create(CultureInfo.InvariantCulture, $"{latency.P50:0.0} / {latency.P95:0.0}");
}
