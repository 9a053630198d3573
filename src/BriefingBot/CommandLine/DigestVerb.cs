using System.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Digests;

namespace BriefingBot.CommandLine;

/// <summary>Sums up a period as stories.</summary>
internal sealed class DigestVerb : Verb
{
    private const int DayHours = 24;
    private const int MostHours = 24 * 31;

    private readonly Option<DateOnly?> _for = new("--for") { Description = "The calendar day to sum up (2020-10-01, in UTC)", HelpName = "DATE", CustomParser = QuestionOptions.ReadDay };
    private readonly Option<int?> _hours = WholeNumber.Option("--hours", "How many hours up to the instant", 1, MostHours);
    private readonly Option<string?> _topic = new("--topic") { Description = "Only stories about this", HelpName = "TOPIC" };
    private readonly Option<DigestLength> _length = new("--length") { Description = "brief: five stories of a sentence; full: ten of two", DefaultValueFactory = _ => DigestLength.Full };
    private readonly Option<DateTimeOffset?> _asOf = QuestionOptions.AsOfOption("Sum up as if it were then");
    private readonly Option<string[]> _sources = new("--source") { Description = "Outlet to take stories from; may be given several times", HelpName = "NAME" };

    public DigestVerb()
        : base(
            "digest",
            "Sum up the last 24 hours, or another period, as stories with checked sentences and their sources.",
            "digest --for 2020-10-02",
            "digest --as-of 2020-10-05 --hours 72 --topic \"Libya\" --length brief",
            "digest --for 2020-10-02 --source \"Atlantic Desk\" --json")
    {
        foreach (Option option in new Option[] { _for, _hours, _topic, _length, _asOf, _sources, CommonOptions.Json }) Add(option);
        Validators.Add(result =>
        {
            if (result.GetValue(_for) is not null && (result.GetValue(_hours) is not null || result.GetValue(_asOf) is not null)) result.AddError("--for names a whole day; --hours and --as-of do not go with it.");
        });
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var arguments = session.Arguments;
        var request = new DigestRequest(Period(arguments, session.Get<TimeProvider>()))
        {
            Topic = arguments.GetValue(_topic)?.Trim() ?? "",
            Sources = arguments.GetValue(_sources) ?? [],
            Length = arguments.GetValue(_length),
        };
        await session.RefreshAsync(TimeSpan.Zero, cancellation);
        var digest = await session.Get<DigestWriter>().WriteAsync(request, cancellation);
        if (session.Output.Json) session.Output.Write(DigestJson.Of(digest), json => json.DigestJson);
        else session.Output.Result.Print(digest);
        return ExitCode.Done;
    }

    private DigestPeriod Period(ParseResult arguments, TimeProvider time) =>
        arguments.GetValue(_for) is { } day
            ? DigestPeriod.Day(day)
            : DigestPeriod.UpTo(arguments.GetValue(_asOf) ?? time.GetUtcNow(), TimeSpan.FromHours(arguments.GetValue(_hours) ?? DayHours));
}
