using BriefingBot.CommandLine.Doctor;
using BriefingBot.CommandLine.Rendering;
using Spectre.Console;

namespace BriefingBot.CommandLine;

/// <summary>Checks that everything is in order, and says what to do where it is not.</summary>
internal sealed class DoctorVerb : Verb
{
    public DoctorVerb()
        : base("doctor", "Check configuration, data folder, database, search index and indexed folders; say what to do.", "doctor", "doctor --json") =>
        Add(CommonOptions.Json);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var findings = await Checkup.RunAsync(session, cancellation);
        if (session.Output.Json) session.Output.Write(DoctorJson.Of(findings), json => json.DoctorJson);
        else Print(session.Output.Result, findings);
        return findings.Max(f => f.Code);
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (mark, style) = finding.Level switch
            {
                FindingLevel.Good => ("ok", Styles.Good),
                FindingLevel.Notice => ("note", Styles.Warning),
                _ => ("problem", Styles.Bad),
            };
            console.Line($"{mark}: {finding.Check}: {finding.Message}", style);
            if (finding.Advice.Length > 0) console.Line(finding.Advice, indent: 4);
        }
    }
}
