namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class QuoteTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task A_quote_is_verbatim_and_has_its_speaker_and_source()
    {
        var quotes = (await _newsroom.RunAsync("quote", "the wall of the harbour", "--json")).Json.GetProperty("quotes");
        var article = (await _newsroom.RunAsync("article", "harbour-reopens", "--json")).Json.GetProperty("text").GetString()!;

        var quote = quotes.EnumerateArray().First();
        Assert.StartsWith("The wall will stand for another fifty years", quote.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Oskar Brandt", quote.GetProperty("speaker").GetString());
        Assert.True(quote.GetProperty("direct").GetBoolean());
        Assert.Equal("harbour-reopens", quote.GetProperty("articleId").GetString());
        Assert.Equal(quote.GetProperty("text").GetString(), article[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task A_speaker_who_says_nothing_on_the_topic_yields_no_quote()
    {
        var run = await _newsroom.RunAsync("quote", "the wall of the harbour", "--speaker", "Marta Holm");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Not found", run.Output, StringComparison.Ordinal);
        Assert.Contains("Searched", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_the_words_the_speaker_and_the_source()
    {
        var run = await _newsroom.RunAsync("quote", "the wall of the harbour", "--speaker", "Brandt");

        Assert.Contains("“The wall will stand for another fifty years", run.Output, StringComparison.Ordinal);
        Assert.Contains("Oskar Brandt", run.Output, StringComparison.Ordinal);
        Assert.Contains("Coast Courier, 1 Mar 2021", run.Output, StringComparison.Ordinal);
    }
}
