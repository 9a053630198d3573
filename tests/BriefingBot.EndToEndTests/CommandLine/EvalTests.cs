using System.Text.Json;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class EvalTests : IDisposable
{
    private static readonly string Questions = Path.Combine(AppContext.BaseDirectory, "Evaluation", "questions.jsonl");
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "Evaluation", "articles.jsonl");

    private readonly Newsroom _newsroom = new();

    [Fact]
    public async Task The_small_question_set_is_scored_and_the_corpus_folder_is_reused()
    {
        var first = await _newsroom.RunAsync("eval", Questions, "--corpus", Corpus, "--details", "details.jsonl", "--json");
        var second = await _newsroom.RunAsync("eval", Questions, "--corpus", Corpus, "--json");

        var report = first.Json;
        Assert.Equal((30, 20, 10), (Number("questions"), Number("answerable"), Number("unanswerable")));
        Assert.Equal(1, report.GetProperty("citationValidity").GetDouble());
        Assert.InRange(report.GetProperty("hit@10").GetDouble(), 0.95, 1);
        Assert.InRange(report.GetProperty("mrr@10").GetDouble(), 0.85, 1);
        Assert.InRange(report.GetProperty("answerInReply").GetDouble(), 0.8, 1);
        Assert.InRange(report.GetProperty("abstentionOnUnanswerable").GetDouble(), 0.8, 1);
        Assert.InRange(report.GetProperty("abstentionOnAnswerable").GetDouble(), 0, 0.15);
        Assert.InRange(Number("longestReplyWords"), 1, 110);
        Assert.Equal(24, report.GetProperty("indexing").GetProperty("articles").GetInt32());
        Assert.True(report.GetProperty("peakMemoryMb").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("indexing").ValueKind);

        var details = await File.ReadAllLinesAsync(_newsroom.PathOf("details.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(30, details.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).Distinct().Count());

        int Number(string name) => report.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task The_corpus_is_indexed_below_the_configured_data_folder()
    {
        _newsroom.Write("appsettings.json", """{"Data":{"Folder":"kept"}}""");

        var run = await _newsroom.RunAsync("eval", Questions, "--corpus", Corpus);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(Directory.GetDirectories(_newsroom.PathOf("kept/eval")));
        Assert.False(Directory.Exists(_newsroom.PathOf("data")));
    }

    [Fact]
    public async Task A_bad_question_file_is_named_with_its_line()
    {
        _newsroom.Write("questions.jsonl", "{\"id\":\"1\",\"question\":\"Who?\",\"asOf\":\"2021-03-01\"}\n{\"id\":\n");

        var run = await _newsroom.RunAsync("eval", "questions.jsonl");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("questions.jsonl:2", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _newsroom.Dispose();
}
