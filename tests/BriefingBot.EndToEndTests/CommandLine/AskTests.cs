using System.Text.Json;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class AskTests : IDisposable
{
    private const string Question = "How much did the repairs to the storm wall cost?";

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task The_first_question_indexes_the_sample_folder_and_is_answered_with_sources_and_scope()
    {
        var run = await _newsroom.RunAsync("ask", Question, "--as-of", "2021-05-01");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("14 million crowns", run.Output, StringComparison.Ordinal);
        Assert.Contains("[1]", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 independent sources", run.Output, StringComparison.Ordinal);
        Assert.Contains("Port Velmar reopens its northern harbour, Coast Courier, 1 Mar 2021", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://example.org/coast-courier/harbour", run.Output, StringComparison.Ordinal);
        Assert.Contains("Searched everything up to 1 May 2021: 4 articles; newest source 10 Apr 2021; 1 undated article included.", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 new", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Fact]
    public async Task Every_citation_of_the_json_answer_is_the_stored_text_at_its_offsets()
    {
        var answer = (await _newsroom.RunAsync("ask", "Who said that the wall will stand, and which ship was the first to enter?", "--json", "--as-of", "2021-05-01")).Json;

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var article = (await _newsroom.RunAsync("article", citation.GetProperty("articleId").GetString()!, "--json")).Json;
            var text = article.GetProperty("text").GetString()!;
            Assert.Equal(citation.GetProperty("quote").GetString(), text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
            Assert.Equal(article.GetProperty("title").GetString(), citation.GetProperty("title").GetString());
            Assert.Equal(article.GetProperty("published").GetString(), citation.GetProperty("published").GetString());
        }

        var used = answer.GetProperty("sentences").EnumerateArray().SelectMany(s => s.GetProperty("citations").EnumerateArray()).Select(n => n.GetInt32());
        Assert.Equal(Enumerable.Range(1, citations.Count), used.Distinct().Order());
    }

    [Fact]
    public async Task A_question_that_no_article_touches_finds_nothing()
    {
        var answer = (await _newsroom.RunAsync("ask", "Which quarterback won the Superbowl?", "--json")).Json;

        Assert.Equal("nothing-found", answer.GetProperty("status").GetString());
        Assert.Equal(0, answer.GetProperty("citations").GetArrayLength());
        Assert.StartsWith("Not found", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_only_shares_words_names_the_nearest_articles_without_citing_them()
    {
        const string question = "Which company repairs the ferry engines of the Danish navy in Aarhus?";
        var answer = (await _newsroom.RunAsync("ask", question, "--json")).Json;
        var human = await _newsroom.RunAsync("ask", question);

        Assert.Equal("off-topic", answer.GetProperty("status").GetString());
        Assert.NotEqual(0, answer.GetProperty("nearest").GetArrayLength());
        Assert.Equal(0, answer.GetProperty("citations").GetArrayLength());
        Assert.Equal(0, human.ExitCode);
        Assert.Contains("Nearest articles (not sources):", human.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_without_an_answer_says_what_lies_outside_of_it()
    {
        var answer = (await _newsroom.RunAsync("ask", Question, "--since", "2021-04-01", "--until", "2021-04-30", "--json")).Json;
        var human = await _newsroom.RunAsync("ask", Question, "--since", "2021-04-01", "--until", "2021-04-30");

        Assert.Equal("scope-empty", answer.GetProperty("status").GetString());
        Assert.Equal("2021-04-01", answer.GetProperty("scope").GetProperty("from").GetString());
        Assert.Equal("2021-04-30", answer.GetProperty("scope").GetProperty("to").GetString());
        var wider = answer.GetProperty("wider").EnumerateArray().Select(a => a.GetProperty("articleId").GetString()).ToList();
        Assert.Contains("harbour-reopens", wider);
        Assert.Contains("Outside of the period or sources asked for:", human.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_narrows_the_search()
    {
        var answer = (await _newsroom.RunAsync("ask", Question, "--source", "Northern Ledger", "--json")).Json;

        var cited = answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("source").GetString()).Distinct();
        Assert.Equal(["Northern Ledger"], cited);
        Assert.Equal(["Northern Ledger"], answer.GetProperty("scope").GetProperty("sources").EnumerateArray().Select(s => s.GetString()));
    }

    [Theory]
    [InlineData("northern ledger")]
    [InlineData("The Northern Ledger")]
    public async Task A_source_is_known_however_it_is_written(string source)
    {
        var answer = (await _newsroom.RunAsync("ask", Question, "--source", source, "--json")).Json;

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Equal(["Northern Ledger"], answer.GetProperty("scope").GetProperty("sources").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task A_question_without_quotes_around_it_is_understood()
    {
        var run = await _newsroom.RunAsync("ask", "How", "much", "did", "the", "repairs", "to", "the", "storm", "wall", "cost?");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("14 million crowns", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_a_thousand_words_is_no_damaged_index()
    {
        var run = await _newsroom.RunAsync("ask", string.Join(' ', Enumerable.Range(0, 1500).Select(n => $"word{n}")));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Not found", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_is_answered_with_help_and_searches_nothing()
    {
        var answer = (await _newsroom.RunAsync("ask", "hello", "--json")).Json;

        Assert.Equal("help", answer.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("scope").ValueKind);
    }

    [Fact]
    public async Task Nothing_published_after_the_instant_of_asking_is_evidence()
    {
        var answer = (await _newsroom.RunAsync("ask", "How often does the ferry sail to Eastholm?", "--as-of", "2021-03-15", "--json")).Json;

        Assert.NotEqual("answered", answer.GetProperty("status").GetString());
        Assert.Equal("2021-03-02T08:00:00Z", answer.GetProperty("scope").GetProperty("newest").GetString());
    }

    [Fact]
    public async Task The_length_asked_for_is_kept()
    {
        var answer = (await _newsroom.RunAsync("ask", "What happened at Port Velmar?", "--sentences", "1", "--words", "40", "--json")).Json;

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Equal(1, answer.GetProperty("sentences").GetArrayLength());
        Assert.InRange(answer.GetProperty("text").GetString()!.Split(' ').Length, 1, 40);
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_before_the_next_question()
    {
        await _newsroom.RunAsync("ask", Question);
        _newsroom.Write("seeds/bakery.md", "---\ntitle: Bakery of Tornby sold\nsource: Coast Courier\npublished: 2021-04-20\n---\n\nThe bakery of Tornby was sold to Ingrid Falk for 300,000 crowns.\n");
        File.Delete(_newsroom.PathOf("seeds/ferry.md"));

        var run = await _newsroom.RunAsync("ask", "Who was the bakery of Tornby sold to?");

        Assert.Contains("Ingrid Falk", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed and 1 withdrawn", run.Error, StringComparison.Ordinal);
    }
}
