namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class DigestTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task A_period_is_told_as_stories_with_sources_and_what_was_left_out()
    {
        var run = await _newsroom.RunAsync("digest", "--as-of", "2021-03-02", "--hours", "48");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 independent sources", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://example.org/coast-courier/harbour", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 articles, 1 story shown. Left out: 1 article without a date.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citations_are_verbatim_and_a_story_has_the_same_id_in_every_run()
    {
        var day = (await _newsroom.RunAsync("digest", "--for", "2021-03-01", "--json")).Json;
        var next = (await _newsroom.RunAsync("digest", "--for", "2021-03-02", "--json", "--length", "brief")).Json;

        var story = Assert.Single(day.GetProperty("stories").EnumerateArray());
        Assert.Equal(story.GetProperty("id").GetString(), Assert.Single(next.GetProperty("stories").EnumerateArray()).GetProperty("id").GetString());
        foreach (var citation in story.GetProperty("citations").EnumerateArray())
        {
            var text = (await _newsroom.RunAsync("article", citation.GetProperty("articleId").GetString()!, "--json")).Json.GetProperty("text").GetString()!;
            Assert.Equal(citation.GetProperty("quote").GetString(), text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task A_topic_leaves_out_what_is_not_about_it()
    {
        var run = await _newsroom.RunAsync("digest", "--as-of", "2021-04-10", "--hours", "744", "--topic", "ferry tickets to Eastholm", "--json");

        Assert.Equal(["Ferry to Eastholm runs twice a day"], run.Json.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("headline").GetString()!));
    }

    [Fact]
    public async Task An_empty_period_says_so_and_wrong_options_are_refused()
    {
        var empty = await _newsroom.RunAsync("digest", "--for", "2021-01-01");
        var wrong = await _newsroom.RunAsync("digest", "--for", "2021-01-01", "--hours", "3");

        Assert.Equal(0, empty.ExitCode);
        Assert.Contains("nothing new", empty.Output, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Summaries_are_scored_beside_the_first_sentences()
    {
        _newsroom.Write("summaries.jsonl", """
            {"text":"The harbour of Velmar was opened again on Monday after repairs.\n\nThe repairs cost 14 million crowns, the board said.","reference":"Velmar harbour opened again after repairs"}
            {"articles":["A ferry burnt off Luneth on Sunday and all were saved.","All 212 people were saved when a ferry burnt off Luneth."],"reference":"All saved as ferry burns off Luneth"}
            """);

        var run = await _newsroom.RunAsync("eval", "--summaries", "summaries.jsonl", "--json");

        Assert.Equal((2, 1.0), (run.Json.GetProperty("tasks").GetInt32(), run.Json.GetProperty("verbatim").GetDouble()));
        Assert.InRange(run.Json.GetProperty("digest").GetProperty("rouge1").GetProperty("f1").GetDouble(), 0.4, 1);
        Assert.InRange(run.Json.GetProperty("leadThree").GetProperty("rougeL").GetProperty("recall").GetDouble(), 0.4, 1);
    }
}
