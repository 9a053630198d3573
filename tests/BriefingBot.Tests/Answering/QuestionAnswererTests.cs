using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Answering;

public sealed class QuestionAnswererTests
{
    [Fact]
    public async Task A_question_is_answered_from_the_articles_with_verbatim_citations()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("Why was the Tarvik bridge closed?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("crack of 14 centimetres", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Citations, c => Assert.Equal(c.Quote, c.Article.Text[c.Span.Start..c.Span.End]));
        Assert.Equal("extractive", answer.Writer);
    }

    [Fact]
    public async Task Numbers_in_the_text_and_in_the_source_list_are_the_same_set()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("What happened to the Tarvik bridge and its pillar?");

        var used = answer.Sentences.SelectMany(s => s.Citations).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), used);
        Assert.Equal(used, answer.Citations.Select(c => c.Number).Order());
        Assert.All(used, number => Assert.Contains($"[{number}]", answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_two_outlets_report_counts_as_two_independent_sources()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("Why was the Tarvik bridge closed?");

        Assert.Equal(2, answer.Sentences[0].Sources);
        Assert.Equal(["Coast Courier", "Northern Post"], answer.Citations.Where(c => answer.Sentences[0].Citations.Contains(c.Number)).Select(c => c.Article.Source).Order());
    }

    [Fact]
    public async Task A_near_copy_in_another_outlet_is_no_second_source()
    {
        var wire = NewsDesk.Article(
            "wire", "Storm Hedda breaks the sea wall of Luneth", "2024-03-17", "Wire One",
            "Storm Hedda broke through the sea wall of Luneth on Saturday night and flooded sixty houses in the old fishing quarter, the harbour office said.",
            "Nobody was hurt because the quarter had been cleared in the afternoon, when the wind reached forty knots and the tide was still two hours away.");
        var copy = wire with { Id = ArticleId.Parse("copy"), Title = "Sea wall gives way in Luneth", Source = "Evening Copy" };
        using var desk = Harbour.Desk(wire, copy);

        var answer = await desk.AskAsync("How many houses did Storm Hedda flood in Luneth?");

        Assert.Contains("sixty houses", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Sentences, s => Assert.Equal(1, s.Sources));
    }

    [Theory]
    [InlineData("What did he say?")]
    [InlineData("and?")]
    public async Task A_question_that_names_nothing_is_told_so(string question)
    {
        using var desk = Harbour.Desk(NewsDesk.Article("x", "Talks", "2024-03-19", "Coast Courier", "The president did say on Monday what had happened to the mayor's ferry."));

        var answer = await desk.AskAsync(question);

        Assert.Equal(AnswerStatus.NothingFound, answer.Status);
        Assert.Contains("does not say what or whom it is about", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the price of saffron in Qandor?", AnswerStatus.NothingFound)]
    [InlineData("Which actress opened the Tarvik opera house?", AnswerStatus.OffTopic)]
    [InlineData("hello!", AnswerStatus.Help)]
    [InlineData("", AnswerStatus.Help)]
    public async Task What_the_articles_do_not_hold_is_not_answered(string question, AnswerStatus expected)
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync(question);

        Assert.Equal(expected, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
        Assert.NotEmpty(answer.Text);
    }

    [Fact]
    public async Task An_off_topic_abstention_names_the_nearest_articles_without_citing_them()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("Which actress opened the Tarvik opera house?");

        Assert.NotEmpty(answer.Nearest);
        Assert.DoesNotContain("[1]", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_period_is_said_to_be_empty_and_the_wider_one_named()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("Why was the Tarvik bridge closed in January 2024?");

        Assert.Equal(AnswerStatus.ScopeEmpty, answer.Status);
        Assert.Contains(answer.Wider, a => a.Id.Value is "bridge" or "bridge-2");
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task Nothing_published_after_the_instant_of_the_question_is_used()
    {
        using var desk = Harbour.Desk();
        var before = new DateTimeOffset(2024, 3, 10, 12, 0, 0, TimeSpan.Zero);

        var answer = await desk.AskAsync(new Question("Why was the Tarvik bridge closed?", before));

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
        Assert.DoesNotContain(answer.Nearest.Concat(answer.Wider), a => a.Id.Value.StartsWith("bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_scope_states_period_newest_source_and_undated_articles()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("Why was the Tarvik bridge closed this week?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal((new DateOnly(2024, 3, 13), new DateOnly(2024, 3, 20)), (answer.Scope!.Filter.From, answer.Scope.Filter.To));
        Assert.Equal("Searched 13 Mar 2024 to 20 Mar 2024: 3 articles; newest source 19 Mar 2024; 1 undated article included.", ScopeLine.Of(answer.Scope));
    }

    [Fact]
    public async Task A_source_named_in_the_question_is_the_only_one_used()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("According to the Northern Post, why was the Tarvik bridge closed?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.All(answer.Citations, c => Assert.Equal("Northern Post", c.Article.Source));
    }

    [Fact]
    public async Task An_undated_article_can_answer()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("How was the harbour of Tarvik dug?");

        Assert.Contains("dug by hand in four winters", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Citations[0].Article.Published);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 40)]
    [InlineData(3, 110)]
    public async Task Length_settings_bound_the_answer(int sentences, int words)
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync("What do we know about the Tarvik bridge?", new AnswerOptions { MaxSentences = sentences, MaxWords = words });

        Assert.InRange(answer.Sentences.Count, 1, sentences);
        Assert.InRange(answer.Text.Split(' ').Length, 1, words);
    }

    [Fact]
    public async Task Text_of_captions_and_boilerplate_is_never_shown()
    {
        var text = "The lighthouse of Orsk burned down on Friday.\n\nThe lighthouse of Orsk in flames, photographed by a secret admirer. AP";
        var article = NewsDesk.Article("orsk", "Lighthouse burns", "2024-03-16", "Coast Courier", text) with
        {
            Text = text,
            Blocks = [new Block(new TextSpan(0, 45), BlockKind.Body), new Block(new TextSpan(47, text.Length), BlockKind.Caption)],
        };
        using var desk = Harbour.Desk(article);

        var answer = await desk.AskAsync("What happened to the lighthouse of Orsk?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.DoesNotContain("admirer", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_library_finds_nothing()
    {
        using var desk = new NewsDesk();

        var answer = await desk.AskAsync("Why was the Tarvik bridge closed?");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
        Assert.Empty(answer.Nearest);
    }

    [Theory]
    [InlineData("What happened this week?", "bridge")]
    [InlineData("What is the latest news?", "bridge")]
    [InlineData("What did the Northern Post report?", "bridge-2")]
    public async Task A_question_without_a_subject_is_answered_with_the_news_of_its_scope(string question, string first)
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(answer.Citations, c => c.Article.Id.Value == first);
        Assert.DoesNotContain(answer.Citations, c => c.Article.Published is null);
    }

    [Theory]
    [InlineData("What happened in January?")]
    [InlineData("What happened at the Tarvik bridge in January?")]
    public async Task A_period_with_undated_articles_only_is_empty(string question)
    {
        using var desk = Harbour.Desk();
        Assert.Equal(AnswerStatus.ScopeEmpty, (await desk.AskAsync(question)).Status);
    }

    [Fact]
    public async Task A_period_that_begins_after_the_question_is_an_empty_scope()
    {
        using var desk = Harbour.Desk();

        var answer = await desk.AskAsync(new Question("Why was the Tarvik bridge closed?", NewsDesk.Now, Since: new DateOnly(2030, 1, 1)));

        Assert.Equal(AnswerStatus.ScopeEmpty, answer.Status);
    }

    [Fact]
    public async Task Cancelling_stops_an_answer()
    {
        using var desk = Harbour.Desk();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await desk.Answerer().AnswerAsync(new Question("Why was the bridge closed?", NewsDesk.Now), cancelled.Token));
    }
}
