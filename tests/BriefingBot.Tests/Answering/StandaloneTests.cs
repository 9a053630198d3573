using BriefingBot.Answering;

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
    public async Task What_a_named_speaker_points_at_is_not_looked_for_in_the_sentence_before()
    {
        var article = NewsDesk.Article(
            "queen", "Marn mourns its queen Ottilie", "2024-03-18", "Coast Courier",
            "Crown Prince Edvard will be crowned in the spring, the palace said.",
            "\"She was the quiet in every storm,\" Prime Minister Greta Holm said in an address.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("What did Greta Holm say about the queen?");

        Assert.Contains("In “Marn mourns its queen Ottilie”: \"She was the quiet", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_does_not_name_what_is_asked_for_brings_the_one_that_does()
    {
        var article = NewsDesk.Article(
            "lamp", "Prize for drama", "2024-03-18", "Coast Courier",
            "Critics of Tarvik have praised “Lamplighters” since autumn. The play leads the race for the Harbour Prize with nine nominations.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("Which play leads the race for the Harbour Prize?");

        Assert.StartsWith("Critics of Tarvik have praised “Lamplighters” since autumn. The play leads the race", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The play leads the race.", "Which play leads?", true)]
    [InlineData("The plays were chosen by a jury.", "What play was chosen?", true)]
    [InlineData("The play “Lamplighters” leads the race.", "Which play leads?", false)]
    [InlineData("The team of Brisa leads the league.", "Which team leads the league?", false)]
    [InlineData("The jury chose “Lamplighters”.", "Which play leads?", false)]
    [InlineData("The play leads the race.", "Who leads the race?", false)]
    public void What_is_asked_for_is_left_unnamed_by_the_bare_noun(string sentence, string question, bool unnamed) =>
        Assert.Equal(unnamed, AskedForReader.IsLeftUnnamed(sentence, question));

    [Fact]
    public async Task A_headline_that_says_what_the_sentence_leaves_out_leads_in()
    {
        var article = NewsDesk.Article(
            "talks", "Ferrovia and union still apart", "2024-03-18", "Coast Courier",
            "Nobody gave way on Sunday night. Talks are due to resume on Wednesday.");
        using var desk = new NewsDesk(article, Harbour.Herring);

        var answer = await desk.AskAsync("When will the talks of Ferrovia resume?");

        Assert.StartsWith("In “Ferrovia and union still apart”: Talks are due to resume", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_of_another_article_that_is_beside_the_question_is_not_added()
    {
        var league = NewsDesk.Article("league", "Brisa beat Ostrel", "2024-03-18", "Coast Courier", "The team of Brisa went to the top of the league on Saturday evening.");
        var bees = NewsDesk.Article("bees", "Bees count", "2024-03-18", "Science Daybook", "The team of researchers plans to test the wasps of Tarn next year.");
        using var desk = new NewsDesk(league, bees, Harbour.Herring);

        var answer = await desk.AskAsync("Which team is at the top of the league in Brisa?");

        Assert.Contains("top of the league", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wasps", answer.Text, StringComparison.Ordinal);
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
