using BriefingBot.SqliteStore;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class SharedDataFolderTests : IDisposable
{
    private const string Question = "Who was the last keeper of the lighthouse of Karlsund?";

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task While_one_process_writes_a_second_writer_is_refused_and_readers_answer()
    {
        await _newsroom.RunAsync("index");
        using var writer = WriterLock.Take(_newsroom.Data, TimeProvider.System);

        var second = await _newsroom.RunAsync("index");
        var reader = await _newsroom.RunAsync("ask", Question, "--json");
        var checkup = await _newsroom.RunAsync("doctor");

        Assert.Equal(3, second.ExitCode);
        Assert.Contains($"process {Environment.ProcessId}", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, reader.ExitCode);
        Assert.Equal("answered", reader.Json.GetProperty("status").GetString());
        Assert.Contains("Reading what it has committed so far", reader.Error, StringComparison.Ordinal);
        Assert.Equal(0, checkup.ExitCode);
        Assert.Contains("note: Data folder", checkup.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_beside_the_first_writer_says_that_there_is_nothing_yet()
    {
        using var writer = WriterLock.Take(_newsroom.Data, TimeProvider.System);

        var run = await _newsroom.RunAsync("ask", Question);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("There is no search index", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_of_indexing_the_next_question_finds_everything_consistent()
    {
        const int articles = 3000;
        _newsroom.Write("seeds/many.jsonl", ManyArticles.Lines(articles));
        await KillWhileIndexingAsync(articles);

        var asked = await _newsroom.RunAsync("ask", "How many barrels of herring did boat 2999 land?", "--json");
        var checkup = await _newsroom.RunAsync("doctor");
        var listed = await _newsroom.RunAsync("articles");

        Assert.Contains("39999 barrels", asked.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, checkup.ExitCode);
        Assert.Contains("ok: Search index", checkup.Output, StringComparison.Ordinal);
        Assert.Equal(articles + 4, listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>Kills the process as hard as the system can, once something but not everything is committed.</summary>
    private async Task KillWhileIndexingAsync(int articles)
    {
        using var process = ProgramRun.Start(_newsroom.FullPath, ["index"], []);
        var committed = await ManyArticles.WaitForFirstCommitAsync(_newsroom.Data, process);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.InRange(committed, 1, articles);
    }
}
