using System.CommandLine;
using BriefingBot.Answering;
using BriefingBot.CommandLine.Rendering;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.CommandLine;

/// <summary>Answers one question.</summary>
internal sealed class AskVerb : Verb
{
    // Several words, too: forgotten quotes are no reason to refuse a question.
    private readonly Argument<string[]> _question = new("QUESTION") { Description = "The question, best in quotes", Arity = ArgumentArity.OneOrMore };
    private readonly QuestionOptions _scope = new();
    private readonly LengthOptions _length = new();

    public AskVerb()
        : base(
            "ask",
            "Answer a question from the indexed articles; every sentence carries its source.",
            "ask \"What did Mark Esper discuss in Algiers?\"",
            "ask \"What happened in Tunisia?\" --since 2020-09-01 --until 2020-09-30",
            "ask \"What was agreed?\" --source \"Atlantic Desk\" --json")
    {
        Add(_question);
        _scope.AddTo(this);
        _length.AddTo(this);
        Add(CommonOptions.Json);
    }

    protected override IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed, IConfiguration configured) => _length.Settings(parsed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var question = _scope.Read(session.Arguments, string.Join(' ', session.Arguments.GetRequiredValue(_question)), session.Get<TimeProvider>());
        await session.RefreshAsync(TimeSpan.Zero, cancellation);
        var answer = await session.Get<QuestionAnswerer>().AnswerAsync(question, cancellation);
        if (session.Output.Json) session.Output.Write(AnswerJson.Of(answer), json => json.AnswerJson);
        else session.Output.Result.Print(answer);
        return ExitCode.Done;
    }
}
