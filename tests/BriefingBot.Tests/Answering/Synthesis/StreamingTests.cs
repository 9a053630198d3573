using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Working;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Chat;

namespace BriefingBot.Tests.Answering.Synthesis;

public sealed class StreamingTests
{
    private const string Why = "Why was the Tarvik bridge closed?";
    private const string Crack = "The Tarvik bridge was closed after inspectors found a crack of 14 centimetres in its northern pillar.";
    private const string Wrong = "The Tarvik bridge carries 12,000 vehicles a day.";
    private const string Ferry = "Mayor Jonas Veld asked drivers to take the ferry instead.";

    [Fact]
    public async Task What_is_shown_is_verified_and_whole_and_the_beginning_of_the_answer()
    {
        using var desk = Harbour.Desk();
        var shown = new List<string>();
        var written = "";
        var model = new ScriptedModel
        {
            Writes = task => task.Refused.Count > 0 ? "" : $"{Crack} {task.Cite("its northern pillar")}\n{Wrong} {task.Cite("21,000")}\n{Ferry} {task.Cite("take the ferry")}\n",
            BeforePiece = piece =>
            {
                // Nothing of a line is shown before its end has come.
                Assert.Equal(written.Contains('\n', StringComparison.Ordinal), shown.Count > 0);
                written += piece;
                return Task.CompletedTask;
            },
        };

        var answer = await desk.Answerer(model: model).AnswerAsync(new Question(Why, NewsDesk.Now), new AnswerOptions(), Show(shown), default);

        Assert.StartsWith(string.Concat(shown), answer.Text, StringComparison.Ordinal);
        Assert.Equal([$"{Crack} [1]"], shown);
        Assert.DoesNotContain("12,000", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Ferry, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_of_an_answer_without_a_model()
    {
        using var desk = Harbour.Desk();
        var shown = new List<string>();

        await desk.Answerer().AnswerAsync(new Question(Why, NewsDesk.Now), new AnswerOptions(), Show(shown), default);

        Assert.Empty(shown);
    }

    [Fact]
    public async Task A_chat_is_shown_the_verified_sentences_as_a_draft_and_the_reply_takes_its_place()
    {
        var model = ScriptedModel.Of(task => $"{Wrong} [nokey2]\n{Crack} {task.Cite("its northern pillar")}\n");
        using var desk = new ChatDesk(model: model) { Platform = new FakePlatform { Forgets = true } };
        desk.Restart();

        var reply = await desk.SayAsync(new AskRequest(Why));

        // The refused sentence before it holds it back until the second attempt is over.
        Assert.Empty(desk.Platform.Texts);
        Assert.Contains(Crack, reply.Text(), StringComparison.Ordinal);

        var good = ScriptedModel.Of(task => $"{Crack} {task.Cite("its northern pillar")}\n");
        using var other = new ChatDesk(model: good) { Platform = new FakePlatform { Forgets = true } };
        other.Restart();
        await other.SayAsync(new AskRequest(Why));
        Assert.Equal($"{Crack} [1]", Assert.Single(other.Platform.Texts).Whole);
        Assert.False(Assert.Single(other.Platform.Posts).IsDraft);
        Assert.Equal("fake:ann", Assert.Single(good.Tasks).User);
    }

    /// <summary>Such as Slack's limits, which can make a call wait for a minute.</summary>
    [Fact]
    public async Task A_platform_that_takes_too_long_to_show_a_draft_holds_up_no_answer()
    {
        var held = new SemaphoreSlim(0);
        using var desk = new ChatDesk(model: ScriptedModel.Of(task => $"{Crack} {task.Cite("its northern pillar")}\n"))
        {
            Platform = new FakePlatform
            {
                Forgets = true,
                HoldsDrafts = stop =>
                {
                    held.Release();
                    return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                },
            },
        };
        desk.Restart();

        var asking = desk.SayAsync(new AskRequest(Why));
        await held.WaitAsync(TestContext.Current.CancellationToken);
        desk.Time.Advance(ChatWorker.ShowWithin);

        Assert.Contains(Crack, (await asking).Text(), StringComparison.Ordinal);
        Assert.Contains("could not be shown", Assert.Single(desk.Troubles).What, StringComparison.Ordinal);
        Assert.False(Assert.Single(desk.Platform.Posts).IsDraft);
    }

    private static ShowVerified Show(List<string> shown) => (piece, _) =>
    {
        shown.Add(piece);
        return ValueTask.CompletedTask;
    };
}
