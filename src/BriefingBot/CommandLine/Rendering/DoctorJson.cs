using BriefingBot.CommandLine.Doctor;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>The findings of <c>doctor</c> for programs.</summary>
/// <param name="Healthy">False when there is a problem; notices do not count.</param>
internal sealed record DoctorJson(bool Healthy, IReadOnlyList<FindingJson> Findings)
{
    public static DoctorJson Of(IReadOnlyList<Finding> findings) =>
        new(findings.All(f => f.Level != FindingLevel.Problem), [.. findings.Select(FindingJson.Of)]);
}

/// <param name="Level">good, notice or problem.</param>
internal sealed record FindingJson(string Level, string Check, string Message, string Advice)
{
    public static FindingJson Of(Finding finding) =>
        new(OutputJson.Name(finding.Level), finding.Check, finding.Message, finding.Advice);
}
