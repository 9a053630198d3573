using System.CommandLine;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Quotes;

namespace BriefingBot.CommandLine;

/// <summary>Finds what was said on a topic, word for word.</summary>
internal sealed class QuoteVerb : Verb
{
    private const int DefaultTop = 5;
    private const int MostTop = 50;

    private readonly Argument<string[]> _topic = new("TOPIC") { Description = "What the quotes should be about", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _speaker = new("--speaker") { Description = "Only quotes by this person or body", HelpName = "NAME" };
    private readonly Option<int?> _top = WholeNumber.Option("--top", $"Most quotes to show [default: {DefaultTop}]", 1, MostTop);

    private readonly QuestionOptions _scope = new();

    public QuoteVerb()
        : base(
            "quote",
            "Find direct quotes on a topic, checked word for word, with speaker and source.",
            "quote \"military partnership with Algeria\"",
            "quote \"security in the Sahel\" --speaker Pentagon --top 3 --json")
    {
        Add(_topic);
        Add(_speaker);
        Add(_top);
        _scope.AddTo(this);
        Add(CommonOptions.Json);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var topic = _scope.Read(session.Arguments, string.Join(' ', session.Arguments.GetRequiredValue(_topic)), session.Get<TimeProvider>());
        await session.RefreshAsync(TimeSpan.Zero, cancellation);
        var found = await session.Get<QuoteFinder>().FindAsync(
            topic, session.Arguments.GetValue(_speaker), session.Arguments.GetValue(_top) ?? DefaultTop, cancellation);
        if (session.Output.Json) session.Output.Write(QuotesJson.Of(found), json => json.QuotesJson);
        else session.Output.Result.Print(found);
        return ExitCode.Done;
    }
}
