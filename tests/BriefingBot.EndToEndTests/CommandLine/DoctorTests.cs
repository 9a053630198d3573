namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class DoctorTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task Before_anything_is_indexed_there_is_nothing_wrong()
    {
        var run = await _newsroom.RunAsync("doctor");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("note: Data folder", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_newsroom.Data.FullPath));
    }

    [Fact]
    public async Task A_sound_installation_is_called_sound()
    {
        await _newsroom.RunAsync("index");

        var run = await _newsroom.RunAsync("doctor", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Json.GetProperty("healthy").GetBoolean());
        Assert.Contains("4 from 2 outlets, newest 10 Apr 2021, 1 undated.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_search_index_is_found_and_the_remedy_named()
    {
        await _newsroom.RunAsync("index");
        var segment = Directory.EnumerateFiles(_newsroom.Data.Index, "_*").OrderByDescending(f => new FileInfo(f).Length).First();
        using (var stream = new FileStream(segment, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Position = stream.Length / 2;
            var flipped = (byte)~stream.ReadByte();
            stream.Position--;
            stream.WriteByte(flipped);
        }

        var run = await _newsroom.RunAsync("doctor");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("problem: Search index", run.Output, StringComparison.Ordinal);
        Assert.Contains("index --rebuild", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_found()
    {
        await _newsroom.RunAsync("index");
        await File.WriteAllTextAsync(_newsroom.Data.Database, new string('x', 10_000), TestContext.Current.CancellationToken);

        var run = await _newsroom.RunAsync("doctor");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("problem: Database", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_went_away_is_named()
    {
        await _newsroom.RunAsync("index");
        Directory.Move(_newsroom.PathOf("seeds"), _newsroom.PathOf("elsewhere"));

        var run = await _newsroom.RunAsync("doctor");
        var asked = await _newsroom.RunAsync("ask", "Who was the last keeper of the lighthouse of Karlsund?");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("problem: Indexed folder", run.Output, StringComparison.Ordinal);
        Assert.Contains("Marta Holm", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_configuration_is_listed()
    {
        _newsroom.Write("appsettings.json", """{ "Answer": { "MaxWord": 50, "MaxSentences": 9 } }""");

        var run = await _newsroom.RunAsync("doctor");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Answer:MaxWord is not a setting", run.Output, StringComparison.Ordinal);
        Assert.Contains("Answer:MaxSentences is 9", run.Output, StringComparison.Ordinal);
    }
}
