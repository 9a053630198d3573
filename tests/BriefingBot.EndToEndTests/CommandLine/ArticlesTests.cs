namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class ArticlesTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task Articles_are_listed_newest_first_with_the_undated_last()
    {
        await _newsroom.RunAsync("index");
        var listed = (await _newsroom.RunAsync("articles", "--json")).Json.EnumerateArray().Select(a => a.GetProperty("id").GetString());
        var human = await _newsroom.RunAsync("articles", "--source", "coast courier");

        Assert.Equal(["ferry-timetable", "harbour-second-report", "harbour-reopens", "lighthouse"], listed);
        var lines = human.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["2021-04-10  ferry-timetable  Ferry to Eastholm runs twice a day  (Coast Courier)", "2021-03-01  harbour-reopens  Port Velmar reopens its northern harbour  (Coast Courier)"], lines);
    }

    [Fact]
    public async Task An_article_is_shown_with_its_metadata_and_text()
    {
        await _newsroom.RunAsync("index");
        var article = (await _newsroom.RunAsync("article", "harbour-reopens", "--json")).Json;
        var human = await _newsroom.RunAsync("article", "harbour-reopens");

        Assert.Equal("Ada Lindqvist", article.GetProperty("author").GetString());
        Assert.Equal("2021-03-01", article.GetProperty("published").GetString());
        Assert.Equal("en", article.GetProperty("language").GetString());
        Assert.All(article.GetProperty("blocks").EnumerateArray(), b => Assert.InRange(b.GetProperty("end").GetInt32(), 1, article.GetProperty("text").GetString()!.Length));
        Assert.Contains("by Ada Lindqvist", human.Output, StringComparison.Ordinal);
        Assert.Contains("The first ship to enter was the ferry Solveig.", human.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_id_is_a_usage_error_on_standard_error()
    {
        await _newsroom.RunAsync("index");
        var run = await _newsroom.RunAsync("article", "no-such-article", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("{\"error\":{\"code\":2,\"message\":\"There is no article 'no-such-article'.", run.Error, StringComparison.Ordinal);
    }
}
