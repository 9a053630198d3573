using System.Globalization;
using System.Text.Json;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.SemanticKernel;

namespace BriefingBot.EndToEndTests.CommandLine;

/// <summary>The command line with a simulated model: figures of <c>eval</c> measure what lies between model and answer, not a model.</summary>
public sealed class LanguageModelTests : IDisposable
{
    private static readonly string Questions = Path.Combine(AppContext.BaseDirectory, "Evaluation", "questions.jsonl");
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "Evaluation", "articles.jsonl");

    private readonly Newsroom _newsroom = new();

    [Fact]
    public async Task Ask_as_JSON_gives_the_models_part_and_why_it_was_left_aside()
    {
        await using var good = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        await using var busy = await LlmSimulator.StartAsync(_ => LlmReply.Refusal(401, "invalid_api_key"));

        var written = (await RunAsync(good, "ask", "What did the repairs to the storm wall cost?", "--json")).Json;
        var fallback = (await RunAsync(busy, "ask", "What did the repairs to the storm wall cost?", "--json")).Json;

        Assert.Equal($"llm:{LlmSimulator.Model}", written.GetProperty("writer").GetString());
        var synthesis = written.GetProperty("synthesis");
        Assert.Equal((LlmSimulator.Model, ""), (synthesis.GetProperty("model").GetString(), synthesis.GetProperty("fallback").GetString()));
        Assert.InRange(synthesis.GetProperty("written").GetInt32(), 1, 3);
        Assert.Equal("extractive", fallback.GetProperty("writer").GetString());
        Assert.Contains("does not accept Llm:ApiKey", fallback.GetProperty("synthesis").GetProperty("fallback").GetString(), StringComparison.Ordinal);
        Assert.Contains("14 million crowns", fallback.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_small_question_set_is_scored_with_either_writer()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Apt);

        var model = await RunAsync(sim, "eval", Questions, "--corpus", Corpus, "--writer", "llm", "--json");
        var articles = await RunAsync(sim, "eval", Questions, "--corpus", Corpus, "--writer", "extractive", "--json");

        var (written, own) = (model.Json, articles.Json);
        foreach (var measure in new[] { "hit@10", "mrr@10", "abstentionOnUnanswerable", "abstentionOnAnswerable", "citationValidity" }) Assert.Equal(Measure(own, measure), Measure(written, measure));
        Assert.InRange(Measure(written, "answerInReply"), 0.7, 1);
        Assert.InRange(Measure(written, "citationRecall"), 0.95, 1);
        Assert.InRange(Measure(written, "citationPrecision"), 0.9, 1);
        var writing = written.GetProperty("writing");
        Assert.InRange(Measure(writing, "answers"), 18, 30);
        Assert.InRange(Measure(writing, "fallbacks"), 0, 2);
        Assert.InRange(Measure(writing, "written"), 20, 200);
        Assert.InRange(Measure(writing, "dropped"), 0, 10);
        Assert.InRange(Measure(writing, "inputTokens") / Measure(writing, "answers"), 500, 3000);
        Assert.InRange(Measure(writing, "outputTokens") / Measure(writing, "answers"), 20, 500);
        Assert.Equal(0, Measure(own.GetProperty("writing"), "answers"));
    }

    [Fact]
    public async Task Without_a_model_its_writer_cannot_be_asked_for()
    {
        var run = await _newsroom.RunAsync("eval", Questions, "--writer", "llm");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--writer llm needs a language model", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _newsroom.Dispose();

    private static double Measure(JsonElement report, string name) => double.Parse(report.GetProperty(name).GetRawText(), CultureInfo.InvariantCulture);

    private Task<ProgramRun> RunAsync(LlmSimulator sim, params string[] arguments) => ProgramRun.OfAsync(
        _newsroom.FullPath, arguments,
        environment: sim.Settings(LlmOptions.OpenAICompatible).Select(s => ($"{Settings.EnvironmentPrefix}{s.Key.Replace(":", "__", StringComparison.Ordinal)}", s.Value)));
}
