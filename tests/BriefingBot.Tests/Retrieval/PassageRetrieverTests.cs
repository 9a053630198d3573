using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Outlets;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Retrieval;

public sealed class PassageRetrieverTests
{
    private static readonly KnownSources Outlets = new(["Coast Courier", "Northern Post"]);

    [Fact]
    public async Task The_article_that_covers_the_question_comes_first()
    {
        using var desk = Harbour.Desk();

        var found = await RetrieveAsync(desk, "How far did the herring catch fall in February?");

        Assert.Equal("herring", found.Articles[0].Article.Id.Value);
        Assert.True(found.Articles.Zip(found.Articles.Skip(1)).All(p => p.First.Score >= p.Second.Score));
    }

    [Fact]
    public async Task Near_copies_are_folded_into_one_result()
    {
        var copy = Harbour.Bridge with { Id = ArticleId.Parse("reprint"), Source = "Evening Copy" };
        using var desk = Harbour.Desk(copy);

        var found = await RetrieveAsync(desk, "Why was the Tarvik bridge closed?");

        var folded = Assert.Single(found.Articles, a => a.Article.Id.Value is "bridge" or "reprint");
        Assert.Single(folded.Copies);
    }

    [Fact]
    public async Task Neighbouring_passages_are_merged_and_every_sentence_lies_within_its_passage()
    {
        var paragraphs = Enumerable.Range(1, 30).Select(i => $"The glass fair of Velmora drew {i} thousand visitors on day {i}, said the organiser of the glass fair, and every hall of the fair was full.").ToArray();
        var article = NewsDesk.Article("fair", "Glass fair", "2024-03-18", "Coast Courier", paragraphs);
        using var desk = Harbour.Desk(article);
        Assert.True(PassageSplitter.Split(article).Count > 3);

        var found = await RetrieveAsync(desk, "How many visitors came to the glass fair of Velmora?");

        var fair = found.Articles[0];
        Assert.True(fair.Passages.Count < RankingWeights.PassagesPerArticle);
        Assert.All(fair.Passages, p => Assert.All(p.Sentences, s => Assert.True(p.Span.Contains(s.Span))));
        Assert.True(fair.Passages.Zip(fair.Passages.Skip(1)).All(p => p.First.Span.End < p.Second.Span.Start));
    }

    [Fact]
    public async Task A_question_of_asking_words_alone_finds_nothing()
    {
        using var desk = Harbour.Desk();
        Assert.Empty((await RetrieveAsync(desk, "what is which and who?")).Articles);
    }

    [Theory]
    [InlineData("Which bridge was closed this week?", "2024-03-13", "2024-03-20", "")]
    [InlineData("Which bridge was closed in February?", "2024-02-01", "2024-03-07", "")]
    [InlineData("What happened on 5 March 2024?", "2024-03-05", "2024-03-20", "")]
    [InlineData("Which bridge was closed?", null, "2024-03-20", "")]
    [InlineData("What did the Northern Post report on the bridge?", null, "2024-03-20", "Northern Post")]
    public void The_scope_is_read_from_the_question(string text, string? from, string to, string source)
    {
        var reading = ScopeReader.Read(new Question(text, NewsDesk.Now), Outlets);

        Assert.Equal((from is null ? (DateOnly?)null : DateOnly.Parse(from, null), DateOnly.Parse(to, null)), (reading.Filter.From, reading.Filter.To!.Value));
        Assert.Equal(source, string.Join(",", reading.Filter.Sources));
        Assert.Equal(from is not null || source.Length > 0, reading.IsNarrowed);
    }

    [Fact]
    public void What_is_set_by_hand_is_a_border_that_the_wording_only_narrows()
    {
        var byHand = new Question("Which bridge was closed this week?", NewsDesk.Now, Since: new DateOnly(2024, 3, 16), Until: new DateOnly(2024, 3, 18), Sources: ["Coast Courier"]);

        var reading = ScopeReader.Read(byHand, Outlets);

        Assert.Equal((new DateOnly(2024, 3, 16), new DateOnly(2024, 3, 18)), (reading.Filter.From, reading.Filter.To));
        Assert.Equal(["Coast Courier"], reading.Filter.Sources);
    }

    [Fact]
    public void Words_understood_as_time_or_source_are_not_searched_for()
    {
        var question = "What did the Northern Post report on the bridge this week?";
        var reading = ScopeReader.Read(new Question(question, NewsDesk.Now), Outlets);

        var terms = QuestionTerms.Of(question, reading.Understood).Select(t => t.Stem).ToList();

        Assert.Contains("bridg", terms);
        Assert.DoesNotContain("northern", terms);
        Assert.DoesNotContain("week", terms);
    }

    private static async Task<RetrievalResult> RetrieveAsync(NewsDesk desk, string text)
    {
        var question = new Question(text, NewsDesk.Now);
        return await desk.Retriever.RetrieveAsync(question, ScopeReader.Read(question, Outlets), CancellationToken.None);
    }
}
