using BriefingBot.Evaluation;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public async Task Ranks_and_precision_are_those_worked_out_by_hand()
    {
        using var desk = Harbour.Desk();
        var answer = await desk.AskAsync("Why was the Tarvik bridge closed?");
        var first = answer.Ranking[0].Article.Id.Value;
        var second = answer.Ranking[1].Article.Id.Value;

        var both = QuestionScore.Of(Asked(articles: [first, second]), answer, answer.Citations.Count);
        var later = QuestionScore.Of(Asked(articles: [second, "unknown"]), answer, answer.Citations.Count);
        var none = QuestionScore.Of(Asked(articles: ["unknown"]), answer, 0);
        var report = EvaluationReport.Of([both, later, none]);

        Assert.Equal((1, 2, 0), (both.Rank, later.Rank, none.Rank));
        Assert.Equal((1.0, 0.25, 0.0), (both.AveragePrecision, later.AveragePrecision, none.AveragePrecision));
        Assert.Equal(1 / 3.0, report.HitAt1, 6);
        Assert.Equal(2 / 3.0, report.HitAt4, 6);
        Assert.Equal(0.5, report.MrrAt10, 6);
        Assert.Equal(2 / 3.0, report.CitationValidity, 6);
    }

    [Fact]
    public async Task Abstentions_are_counted_apart_for_answerable_and_unanswerable_questions()
    {
        using var desk = Harbour.Desk();
        var answered = await desk.AskAsync("Why was the Tarvik bridge closed?");
        var abstained = await desk.AskAsync("What is the price of saffron in Qandor?");

        var report = EvaluationReport.Of(
        [
            QuestionScore.Of(Asked(answers: ["a crack of 14 centimetres"]), answered, answered.Citations.Count),
            QuestionScore.Of(Asked(answers: ["no article"]), abstained, 0),
            QuestionScore.Of(Asked(answerable: false), abstained, 0),
            QuestionScore.Of(Asked(answerable: false), answered, answered.Citations.Count),
        ]);

        Assert.Equal((0.5, 0.5), (report.AbstentionOnAnswerable, report.AbstentionOnUnanswerable));
        // An abstention's wording never counts as an answer, whatever it happens to contain.
        Assert.Equal(0.5, report.AnswerInReply);
    }

    [Fact]
    public async Task Citations_are_looked_up_in_the_store_again()
    {
        using var desk = Harbour.Desk();
        var run = new EvaluationRun(desk.Answerer(), desk.Library);

        var scores = await run.AskAllAsync([Asked(articles: ["bridge"])], null, CancellationToken.None);

        Assert.Equal(scores[0].Answer.Citations.Count, scores[0].VerbatimCitations);
        Assert.NotEqual(0, scores[0].VerbatimCitations);
    }

    [Theory]
    [InlineData("It cost “$5.01” a gallon.", "$5.01", true)]
    [InlineData("Boris Johnson’s resignation", "boris johnson's", true)]
    [InlineData("It took 63 days", "6", false)]
    [InlineData("It took 6 days", "6", true)]
    [InlineData("The SQUID GAME is back", "“Squid Game”", true)]
    [InlineData("nothing", "", false)]
    public void Gold_strings_are_found_whatever_their_case_and_marks(string reply, string gold, bool found) =>
        Assert.Equal(found, ReplyText.HoldsAny(reply, [gold]));

    [Fact]
    public void Percentiles_are_nearest_rank()
    {
        var latency = Latency.Of(Enumerable.Range(1, 100).Select(ms => TimeSpan.FromMilliseconds(ms)));
        Assert.Equal((50.0, 95.0), (latency.P50, latency.P95));
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"question\":\"Who?\"}")]
    [InlineData("{\"id\":\"1\",\"question\":\"Who?\",\"asOf\":\"yesterday\"}")]
    [InlineData("not json")]
    public void A_bad_question_line_is_an_error_that_names_file_and_line(string line)
    {
        using var folder = new TempFolder();
        var path = folder.Write("questions.jsonl", "{\"id\":\"0\",\"question\":\"Why?\",\"asOf\":\"2024-03-20\"}\n\n" + line + "\n");

        Assert.Contains($"{path}:3", Assert.Throws<FormatException>(() => EvaluationQuestion.ReadFile(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_means_its_end()
    {
        Assert.True(AsOf.TryParse("2024-03-20", out var end));
        Assert.Equal(new DateTimeOffset(2024, 3, 20, 23, 59, 59, TimeSpan.Zero), end, TimeSpan.FromSeconds(1));
        Assert.True(AsOf.TryParse("2024-03-20T10:00:00+02:00", out var instant));
        Assert.Equal(8, instant.UtcDateTime.Hour);
        Assert.False(AsOf.TryParse("20 March", out _));
    }

    private static EvaluationQuestion Asked(IReadOnlyList<string>? answers = null, IReadOnlyList<string>? articles = null, bool answerable = true) =>
        new("q", "Why was the Tarvik bridge closed?", "2024-03-20", answers, articles, answerable);
}
