namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class UsageTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Theory]
    [InlineData("aks", "hello")]
    [InlineData("ask")]
    [InlineData("ask", "hello", "--sentences", "7")]
    [InlineData("ask", "hello", "--words", "few")]
    [InlineData("ask", "hello", "--since", "yesterday")]
    [InlineData("ask", "hello", "--since", "2021-02-01", "--until", "2021-01-01")]
    [InlineData("ask", "hello", "--as-of", "1500-01-01")]
    [InlineData("ask", "hello", "--as-of", "9999-12-31T23:59:59Z")]
    [InlineData("quote", "walls", "--top", "0")]
    [InlineData("index", "--watch", "--json")]
    [InlineData("ask", "hello", "--config", "no-such-file.json")]
    public async Task What_cannot_be_followed_is_refused_before_anything_is_done(params string[] arguments)
    {
        var run = await _newsroom.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
        Assert.False(Directory.Exists(_newsroom.Data.FullPath));
    }

    [Fact]
    public async Task The_help_shows_verbs_examples_and_exit_codes()
    {
        var run = await _newsroom.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        foreach (var verb in new[] { "ask", "quote", "chat", "articles", "article", "index", "doctor", "eval", "gaps", "run" })
        {
            Assert.Matches($@"(?m)^  {verb}\b", run.Output);
        }

        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains("130", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_configuration_names_its_key_and_the_json_error_goes_to_standard_error()
    {
        var run = await ProgramRun.OfAsync(_newsroom.FullPath, ["ask", "hello", "--json"], environment: [("BRIEFINGBOT_Answer__MaxWords", "7")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Answer:MaxWords is 7; it must be from 30 to 400.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{\"error\":", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_cannot_be_followed_is_a_json_error_when_json_was_asked_for()
    {
        var run = await _newsroom.RunAsync("ask", "hello", "--json", "--since", "yesterday");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("{\"error\":{\"code\":2,", run.Error, StringComparison.Ordinal);
        Assert.Contains("yesterday", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        _newsroom.Write("appsettings.json", """{ "Data": { "Folder": "from-file" }, "Articles": { "Paths": [ "seeds/lighthouse.txt" ] } }""");

        await ProgramRun.OfAsync(_newsroom.FullPath, ["index"]);
        await ProgramRun.OfAsync(_newsroom.FullPath, ["index"], environment: [("BRIEFINGBOT_Data__Folder", "from-environment")]);
        await ProgramRun.OfAsync(_newsroom.FullPath, ["index", "--data", "from-option"], environment: [("BRIEFINGBOT_Data__Folder", "unused")]);
        var listed = await _newsroom.RunAsync("articles");

        Assert.All(["from-file", "from-environment", "from-option"], folder => Assert.True(File.Exists(_newsroom.PathOf($"{folder}/briefingbot.db"))));
        Assert.False(Directory.Exists(_newsroom.PathOf("unused")));
        Assert.Equal("undated", listed.Output.Split(' ')[0]);
    }
}
