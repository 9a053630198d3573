using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Answering.Synthesis;

namespace BriefingBot.Tests.Answering;

public sealed class DisagreementTests
{
    private const string Question = "How many people did the ferry fire in Luneth kill?";

    private static readonly Article Twelve = NewsDesk.Article(
        "twelve", "Ferry fire", "2024-03-18", "Coast Courier", "The fire on the ferry in Luneth killed 12 people on Sunday, the police said.");

    private static readonly Article Fifteen = NewsDesk.Article(
        "fifteen", "Fire aboard", "2024-03-18", "Northern Post", "The fire on the ferry in Luneth killed 15 people on Sunday, the harbour office said.");

    [Fact]
    public async Task An_answer_says_so_when_two_outlets_give_different_numbers_and_cites_both()
    {
        using var desk = new NewsDesk(Twelve, Fifteen);

        Check(await desk.AskAsync(Question));
    }

    [Fact]
    public async Task It_says_so_too_when_a_model_kept_silent_about_it()
    {
        using var desk = new NewsDesk(Twelve, Fifteen);
        var model = ScriptedModel.Of(task => $"According to police, a fire on the ferry in Luneth killed 12 people on Sunday. {task.Cite("killed 12")}");

        var answer = await desk.Answerer(model: model).AnswerAsync(new Question(Question, NewsDesk.Now), default);

        Assert.Equal("llm:scripted", answer.Writer);
        Check(answer);
    }

    [Fact]
    public async Task Nothing_is_said_of_a_disagreement_where_there_is_none()
    {
        using var desk = Harbour.Desk();

        Assert.DoesNotContain("disagree", (await desk.AskAsync("Why was the Tarvik bridge closed?")).Text, StringComparison.Ordinal);
    }

    private static void Check(Answer answer)
    {
        var note = Assert.Single(answer.Sentences, s => s.Text.StartsWith("Sources disagree", StringComparison.Ordinal));
        Assert.Contains("“12", note.Text, StringComparison.Ordinal);
        Assert.Contains("“15", note.Text, StringComparison.Ordinal);
        Assert.Equal(["Coast Courier", "Northern Post"], answer.Citations.Where(c => note.Citations.Contains(c.Number)).Select(c => c.Article.Source).Order());
        Assert.All(answer.Citations, c => Assert.Equal(c.Quote, c.Article.Text[c.Span.Start..c.Span.End]));
    }
}
