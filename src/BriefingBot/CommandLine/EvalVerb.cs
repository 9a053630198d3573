using System.CommandLine;
using System.Text.Json;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Evaluation;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.CommandLine;

/// <summary>Measures answers against a file of questions.</summary>
internal sealed class EvalVerb : Verb
{
    private readonly Argument<string> _questions = new("QUESTIONS") { Description = "JSON Lines file: id, question, asOf, answers, articles, answerable" };
    private readonly Option<string?> _corpus = new("--corpus") { Description = "Articles to index for this run only, apart from the data folder", HelpName = "PATH" };
    private readonly Option<string?> _details = new("--details") { Description = "Also write one JSON line for each question into this file", HelpName = "FILE" };
    private readonly string _passingFolder = Path.Combine(Path.GetTempPath(), $"briefingbot-eval-{Guid.NewGuid():N}");

    public EvalVerb()
        : base(
            "eval",
            "Ask every question of a file at its own date and score ranking, answers, abstentions, citations and latency.",
            "eval questions.jsonl",
            "eval questions.jsonl --corpus articles.jsonl --details results.jsonl --json")
    {
        Add(_questions);
        Add(_corpus);
        Add(_details);
        Add(CommonOptions.Json);
        Validators.Add(result =>
        {
            if (result.GetValue(_corpus) is not null && result.GetValue(CommonOptions.Data) is not null) result.AddError("--corpus has a data folder of its own; leave out --data.");
        });
    }

    protected override IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed) =>
        parsed.GetValue(_corpus) is null ? [] : [new($"{DataOptions.Section}:{nameof(DataOptions.Folder)}", _passingFolder)];

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var questions = Read(session.Arguments.GetRequiredValue(_questions));
        try
        {
            await PrepareAsync(session, cancellation);
            var run = ActivatorUtilities.CreateInstance<EvaluationRun>(session.Services);
            var scores = await run.AskAllAsync(questions, progress: null, cancellation);
            await WriteDetailsAsync(session.Arguments.GetValue(_details), scores, cancellation);
            var report = EvaluationReport.Of(scores);
            if (session.Output.Json) session.Output.Write(report, json => json.EvaluationReport);
            else session.Output.Result.Print(report);
            return ExitCode.Done;
        }
        finally
        {
            session.Dispose();
            if (Directory.Exists(_passingFolder)) Directory.Delete(_passingFolder, recursive: true);
        }
    }

    private async Task PrepareAsync(Session session, CancellationToken cancellation)
    {
        if (session.Arguments.GetValue(_corpus) is not { } corpus)
        {
            await session.RefreshAsync(cancellation);
            return;
        }

        if (!Path.Exists(corpus)) throw new UsageException($"There is no file or folder '{corpus}'.");
        var report = await IndexingProgressView.ShowAsync(
            session.Output.Notes, session.Get<TimeProvider>(), progress => session.IndexAsync([corpus], IndexingMode.Full, rebuild: false, progress, cancellation));
        foreach (var problem in report.Problems) session.Output.Note(problem.ToString());
    }

    private static IReadOnlyList<EvaluationQuestion> Read(string path)
    {
        try
        {
            return EvaluationQuestion.ReadFile(path);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static async Task WriteDetailsAsync(string? path, IReadOnlyList<QuestionScore> scores, CancellationToken cancellation)
    {
        if (path is null) return;
        var lines = scores.Select(score => JsonSerializer.Serialize(QuestionScoreJson.Of(score), OutputJson.OneLine.QuestionScoreJson));
        await File.WriteAllLinesAsync(path, lines, cancellation);
    }
}
