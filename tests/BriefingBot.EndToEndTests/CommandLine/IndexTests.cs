namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class IndexTests : IDisposable
{
    private const string Question = "Who was the last keeper of the lighthouse of Karlsund?";

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task Bad_files_are_named_with_line_and_reason_and_the_rest_is_indexed()
    {
        _newsroom.Write("news/feed.jsonl", """
            {"id":"good-one","title":"Bridge opened","text":"The bridge over the Lund was opened."}
            {"id":"broken","title":
            {"id":"good-two","title":"Bridge closed","text":"The bridge over the Lund was closed again."}
            """);
        _newsroom.Write("news/empty.txt", "");

        var run = await _newsroom.RunAsync("index", "news");
        var json = await _newsroom.RunAsync("index", "--json");
        var listed = await _newsroom.RunAsync("articles");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"(?m)^feed\.jsonl:2: \S", run.Output);
        Assert.Matches(@"(?m)^empty\.txt: \S", run.Output);
        Assert.Matches(@"(?m)^New +2$", run.Output);
        Assert.Equal(1, json.ExitCode);
        Assert.Equal(2, json.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(2, json.Json.GetProperty("problems").GetArrayLength());
        Assert.Contains("good-one", listed.Output, StringComparison.Ordinal);
        Assert.Contains("good-two", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_usage_error()
    {
        var run = await _newsroom.RunAsync("index", "no-such-folder");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such-folder", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_newsroom.Data.FullPath));
    }

    [Fact]
    public async Task Without_anything_to_read_the_message_says_what_to_do()
    {
        Directory.Delete(_newsroom.PathOf("seeds"), recursive: true);

        var run = await _newsroom.RunAsync("ask", Question);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Articles:Paths", run.Error, StringComparison.Ordinal);
        Assert.Contains("index PATH", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_search_index_is_made_again_from_the_store()
    {
        await _newsroom.RunAsync("index");
        Directory.Delete(_newsroom.Data.Index, recursive: true);

        var rebuilt = await _newsroom.RunAsync("index", "--rebuild");
        Directory.Delete(_newsroom.Data.Index, recursive: true);
        var asked = await _newsroom.RunAsync("ask", Question);

        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("Marta Holm", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_index_with_damaged_files_is_made_again()
    {
        await _newsroom.RunAsync("index");
        foreach (var file in Directory.EnumerateFiles(_newsroom.Data.Index)) Overwrite(file);

        var rebuilt = await _newsroom.RunAsync("index", "--rebuild");
        var asked = await _newsroom.RunAsync("ask", Question);
        var checkup = await _newsroom.RunAsync("doctor");

        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Contains("Marta Holm", asked.Output, StringComparison.Ordinal);
        Assert.Equal(0, checkup.ExitCode);
    }

    private static void Overwrite(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.SetLength(stream.Length / 2);
        stream.Write("damaged"u8);
    }
}
