using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BriefingBot.Retrieval;

namespace BriefingBot.CommandLine;

/// <summary>Options that narrow what is searched.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<DateTimeOffset?> _asOf = AsOfOption("Answer as if asked then");

    private readonly Option<DateOnly?> _since = new("--since") { Description = "First day to search (2020-10-01)", HelpName = "DATE", CustomParser = ReadDay };

    private readonly Option<DateOnly?> _until = new("--until") { Description = "Last day to search (2020-10-31)", HelpName = "DATE", CustomParser = ReadDay };

    private readonly Option<string[]> _sources = new("--source") { Description = "Outlet to search; may be given several times", HelpName = "NAME" };

    public static Option<DateTimeOffset?> AsOfOption(string meaning) => new("--as-of")
    {
        Description = $"{meaning}: nothing published later counts. A day (2020-10-01, to its end in UTC) or an instant (2020-10-01T09:30:00Z)",
        HelpName = "DATE",
        CustomParser = ReadInstant,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _asOf, _since, _until, _sources }) command.Add(option);
    }

    /// <exception cref="UsageException">The period ends before it begins, or begins after the question.</exception>
    public Question Read(ParseResult parsed, string text, TimeProvider time)
    {
        var (since, until) = (parsed.GetValue(_since), parsed.GetValue(_until));
        if (until < since) throw new UsageException($"--until {Iso(until)} lies before --since {Iso(since)}.");
        var question = new Question(text, parsed.GetValue(_asOf) ?? time.GetUtcNow(), since, until, parsed.GetValue(_sources) ?? []);
        return since > question.AsOfDay
            ? throw new UsageException($"--since {Iso(since)} lies after the day of the question, {Iso(question.AsOfDay)}; nothing is known of it yet.")
            : question;
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult argument)
    {
        if (AsOf.TryParse(argument.Tokens[0].Value, out var instant)) return instant;
        argument.AddError($"--as-of '{argument.Tokens[0].Value}' is neither a day (2020-10-01) nor an instant (2020-10-01T09:30:00Z) of the years 1801 to 2199.");
        return null;
    }

    internal static DateOnly? ReadDay(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a day; write it as 2020-10-01.");
        return null;
    }

    private static string Iso(DateOnly? day) => $"{day:yyyy-MM-dd}";
}
