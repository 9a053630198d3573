using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Quotes;

public sealed class QuoteFinderTests
{
    private static readonly Article Market = NewsDesk.Article(
        "market", "Cinnamon market divides Tarvik", "2024-03-18", "Coast Courier",
        "“The cinnamon market will feed this town,” Mayor Jonas Veld said on Monday.",
        "\"The cinnamon market is far too loud at night,\" a resident of the old quarter told the Coast Courier.",
        "Stalls open at six in the morning.");

    private static readonly Article Ferry = NewsDesk.Article(
        "ferry", "Ferry delayed", "2024-03-19", "Northern Post", "The ferry to Luneth left two hours late because of fog.");

    [Fact]
    public async Task Quotations_on_the_topic_come_with_speaker_and_exact_place()
    {
        using var desk = new NewsDesk(Market, Ferry);

        var found = await desk.Quotes.FindAsync(new Question("cinnamon market", NewsDesk.Now), null, 5, CancellationToken.None);

        Assert.Equal(2, found.Quotes.Count);
        Assert.Contains(found.Quotes, q => q.Quotation.Speaker == "Jonas Veld" && q.Quotation.Text == "The cinnamon market will feed this town");
        Assert.All(found.Quotes, q => Assert.Equal(q.Quotation.Text, q.Article.Text[q.Quotation.Span.Start..q.Quotation.Span.End]));
    }

    [Fact]
    public async Task A_named_speaker_is_the_only_one_quoted()
    {
        using var desk = new NewsDesk(Market, Ferry);

        var found = await desk.Quotes.FindAsync(new Question("cinnamon market", NewsDesk.Now), "resident", 5, CancellationToken.None);

        Assert.Equal("The cinnamon market is far too loud at night", Assert.Single(found.Quotes).Quotation.Text);
    }

    [Fact]
    public async Task Where_nobody_is_quoted_exact_sentences_are_given_as_such()
    {
        using var desk = new NewsDesk(Market, Ferry);

        var found = await desk.Quotes.FindAsync(new Question("ferry to Luneth", NewsDesk.Now), null, 5, CancellationToken.None);

        var sentence = Assert.Single(found.Quotes).Quotation;
        Assert.False(sentence.Direct);
        Assert.Null(sentence.Speaker);
        Assert.Equal("The ferry to Luneth left two hours late because of fog.", sentence.Text);
    }

    [Fact]
    public async Task Where_the_speaker_is_not_quoted_sentences_that_name_them_are_given()
    {
        var report = NewsDesk.Article(
            "report", "Ferry inquiry", "2024-03-19", "Northern Post",
            "Captain Ida Brandt told the ferry inquiry that the fog had come without warning.", "The ferry inquiry goes on in May.");
        using var desk = new NewsDesk(Market, report);

        var found = await desk.Quotes.FindAsync(new Question("ferry inquiry", NewsDesk.Now), "Ida Brandt", 5, CancellationToken.None);

        var sentence = Assert.Single(found.Quotes).Quotation;
        Assert.False(sentence.Direct);
        Assert.StartsWith("Captain Ida Brandt", sentence.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saffron prices in Qandor", null)]
    [InlineData("cinnamon market", "Napoleon")]
    public async Task Nothing_is_quoted_where_nothing_was_said(string topic, string? speaker)
    {
        using var desk = new NewsDesk(Market, Ferry);
        Assert.Empty((await desk.Quotes.FindAsync(new Question(topic, NewsDesk.Now), speaker, 5, CancellationToken.None)).Quotes);
    }

    [Fact]
    public async Task The_same_words_in_a_reprint_are_shown_once()
    {
        using var desk = new NewsDesk(Market, Market with { Id = ArticleId.Parse("reprint"), Source = "Evening Copy" }, Ferry);

        var found = await desk.Quotes.FindAsync(new Question("cinnamon market", NewsDesk.Now), "Veld", 5, CancellationToken.None);

        Assert.Single(found.Quotes);
    }
}
