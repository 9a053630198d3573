using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Evaluation;
using BriefingBot.Evaluation.Summaries;
using BriefingBot.Indexing;
using BriefingBot.Retrieval;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.CommandLine;

/// <summary>Measures answers against a file of questions, or summaries against a file of references.</summary>
internal sealed class EvalVerb : Verb
{
    private const string Model = "llm";
    private const string Articles = "extractive";

    private readonly Argument<string?> _questions = new("QUESTIONS") { Description = "JSON Lines file: id, question, asOf, answers, articles, answerable", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _summaries = new("--summaries")
    {
        Description = "Instead of questions: JSON Lines file with text (or articles, several texts) and reference; ROUGE of the digest's sentences beside the first three of the text",
        HelpName = "FILE",
    };

    private readonly Option<string?> _corpus = new("--corpus")
    {
        Description = "Articles to ask instead of the indexed ones; indexed into a folder of their own below the data folder, which is kept and reused",
        HelpName = "PATH",
    };

    private readonly Option<bool> _fresh = new("--fresh") { Description = "Index the corpus anew, to measure indexing" };

    private readonly Option<string?> _details = new("--details") { Description = "Also write one JSON line for each question into this file", HelpName = "FILE" };

    private readonly Option<string?> _writer = new("--writer")
    {
        Description = $"Who writes the answers: {Model} for the configured language model, {Articles} for the articles' own sentences; by default as configured",
        HelpName = $"{Model}|{Articles}",
    };

    public EvalVerb()
        : base(
            "eval",
            "Ask every question of a file at its own date and score ranking, answers, abstentions, citations, latency, indexing and memory.",
            "eval questions.jsonl",
            "eval questions.jsonl --corpus articles.jsonl --details results.jsonl --json",
            "eval --summaries summaries.jsonl")
    {
        Add(_questions);
        Add(_summaries);
        Add(_corpus);
        Add(_fresh);
        Add(_details);
        _writer.AcceptOnlyFromAmong(Model, Articles);
        Add(_writer);
        Add(CommonOptions.Json);
        Validators.Add(result =>
        {
            if (result.GetValue(_questions) is null == result.GetValue(_summaries) is null) result.AddError("Name a file of QUESTIONS, or one with --summaries.");
            if (result.GetValue(_fresh) && result.GetValue(_corpus) is null) result.AddError("--fresh goes with --corpus.");
        });
    }

    protected override IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed, IConfiguration configured) =>
        parsed.GetValue(_corpus) is { } corpus ? [new(DataOptions.FolderKey, FolderOf(corpus, configured[DataOptions.FolderKey]))] : [];

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        if (session.Arguments.GetValue(_summaries) is { } summaries) return await SummariesAsync(session, Read(SummaryTask.ReadFile, summaries), cancellation);
        var questions = Read(EvaluationQuestion.ReadFile, session.Arguments.GetRequiredValue(_questions)!);
        var indexing = await PrepareAsync(session, cancellation);
        var run = ActivatorUtilities.CreateInstance<EvaluationRun>(session.Services, Answerer(session));
        var scores = await AskingProgressView.ShowAsync(
            session.Output.Notes, questions.Count, progress => run.AskAllAsync(questions, progress, cancellation));
        await WriteDetailsAsync(session.Arguments.GetValue(_details), scores, cancellation);
        var report = EvaluationJson.Of(EvaluationReport.Of(scores), indexing, PeakMemory());
        if (session.Output.Json) session.Output.Write(report, json => json.EvaluationJson);
        else session.Output.Result.Print(report);
        return ExitCode.Done;
    }

    private QuestionAnswerer Answerer(Session session)
    {
        var answerer = session.Get<QuestionAnswerer>();
        return session.Arguments.GetValue(_writer) switch
        {
            Articles => answerer.Extractive,
            Model when !answerer.HasModel => throw new UsageException($"--writer {Model} needs a language model, and none is configured."),
            _ => answerer,
        };
    }

    /// <summary>How rare words are is taken from the indexed articles.</summary>
    private async Task<int> SummariesAsync(Session session, IReadOnlyList<SummaryTask> tasks, CancellationToken cancellation)
    {
        await PrepareAsync(session, cancellation);
        var report = SummaryReportJson.Of(SummaryReport.Of(tasks, session.Get<IPassageSearch>(), cancellation));
        if (session.Output.Json) session.Output.Write(report, json => json.SummaryReportJson);
        else session.Output.Result.Print(report);
        return ExitCode.Done;
    }

    private async Task<IndexingReport?> PrepareAsync(Session session, CancellationToken cancellation)
    {
        if (session.Arguments.GetValue(_corpus) is not { } corpus)
        {
            await session.RefreshAsync(TimeSpan.Zero, cancellation);
            return null;
        }

        if (!Path.Exists(corpus)) throw new UsageException($"There is no file or folder '{corpus}'.");
        var folder = session.Get<DataFolder>();
        if (session.Arguments.GetValue(_fresh) && Directory.Exists(folder.FullPath)) Directory.Delete(folder.FullPath, recursive: true);
        var report = await IndexingProgressView.ShowAsync(
            session.Output.Notes, session.Get<TimeProvider>(), progress => session.IndexAsync([corpus], IndexingMode.Full, rebuild: false, TimeSpan.Zero, progress, cancellation));
        foreach (var problem in report.Problems) session.Output.Note(problem.ToString());
        return report;
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>One folder for each corpus path, below the data folder.</summary>
    private static string FolderOf(string corpus, string? dataFolder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(corpus));
        var hash = XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(path)).ToString("x8", CultureInfo.InvariantCulture);
        return Path.Combine(dataFolder ?? new DataOptions().Folder, "eval", $"{Path.GetFileNameWithoutExtension(path)}-{hash}");
    }

    private static IReadOnlyList<T> Read<T>(Func<string, IReadOnlyList<T>> read, string path)
    {
        try
        {
            return read(path);
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
