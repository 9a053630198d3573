using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>What a run of <c>index</c> did, for programs.</summary>
internal sealed record IndexingJson(
    int Added, int Changed, int Unchanged, int Withdrawn, int Passages, int CopyGroups, double ElapsedMs, IReadOnlyList<ProblemJson> Problems)
{
    public static IndexingJson Of(IndexingReport report) => new(
        report.Added, report.Changed, report.Unchanged, report.Withdrawn, report.Passages, report.CopyGroups,
        Math.Round(report.Elapsed.TotalMilliseconds, 1),
        [.. report.Problems.Select(ProblemJson.Of)]);
}

/// <param name="Line">1-based; null when the whole file is meant.</param>
internal sealed record ProblemJson(string File, int? Line, string Reason)
{
    public static ProblemJson Of(ReadProblem problem) => new(problem.File, problem.Line, problem.Reason);
}
