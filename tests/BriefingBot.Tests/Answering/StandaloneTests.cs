namespace BriefingBot.Tests.Answering;

public sealed class StandaloneTests
{
    [Fact]
    public async Task A_sentence_with_a_dangling_pronoun_brings_the_sentence_before_it()
    {
        var article = NewsDesk.Article(
            "veld", "Mayor speaks", "2024-03-18", "Coast Courier",
            "Jonas Veld opened the new cinnamon market of Tarvik. He promised free saffron buns to every child at the cinnamon stall.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("Who promised saffron buns at the cinnamon stall?");

        Assert.StartsWith("Jonas Veld opened", answer.Text, StringComparison.Ordinal);
        Assert.Contains("free saffron buns", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speaker_named_by_surname_alone_is_the_one_asked_about()
    {
        var article = NewsDesk.Article(
            "veld", "An interview", "2024-03-18", "Coast Courier",
            "Jonas Veld, the mayor, has had a difficult week because of the storm that came in.",
            "\"I have thought about resigning every morning since the flood,\" Veld said.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("What did Jonas Veld say about resigning?");

        Assert.StartsWith("\"I have thought about resigning", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sentence_before_it_the_headline_leads_in()
    {
        var article = NewsDesk.Article(
            "veld", "Mayor Veld opens the cinnamon market", "2024-03-18", "Coast Courier",
            "He promised free saffron buns to every child at the cinnamon stall of the market.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("Who promised saffron buns at the cinnamon stall?");

        Assert.StartsWith("In “Mayor Veld opens the cinnamon market”: He promised", answer.Text, StringComparison.Ordinal);
        Assert.Equal("He promised free saffron buns to every child at the cinnamon stall of the market.", answer.Citations[0].Quote);
    }

    [Fact]
    public async Task A_sentence_that_nothing_explains_is_not_shown()
    {
        var article = NewsDesk.Article("veld", "", "2024-03-18", "Coast Courier", "He promised free saffron buns to every child at the cinnamon stall of the market.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("Who promised saffron buns at the cinnamon stall?");

        Assert.Empty(answer.Sentences);
    }
}
