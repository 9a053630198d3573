using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that are edited and deleted in the watched folder after answers cited them.</summary>
public sealed class DiscordCorrectionTests(DiscordCorrectionTests.Scene scene) : IClassFixture<DiscordCorrectionTests.Scene>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task An_edited_passage_is_corrected_once_in_reply_to_the_answer_whatever_is_killed()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "How often does the ferry sail to Eastholm?", mention: true));
        scene.Room.Write("seeds/ferry.md", CorrectedNews.Ferry("three times a day"));
        await UntilCorrectedAsync(channel, 1);
        await scene.KillAsync();
        scene.Room.Write("seeds/ferry.md", CorrectedNews.Ferry("once a week"));
        scene.Start();
        await scene.OnlineAsync();
        await UntilCorrectedAsync(channel, 2);
        await scene.RestartAsync();
        var again = await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(Corrections(channel)[0], reader, Corrections(channel)[0].Button("Ask again")));

        Assert.Contains("once a week", again.Content, StringComparison.Ordinal);
        Assert.Equal(2, Corrections(channel).Count);
        Assert.All(Corrections(channel), c => Assert.Same(answer, c.RepliesTo));
        Assert.Contains("“The ferry Solveig will sail to Eastholm twice a day from the first of May.”", Corrections(channel)[0].Content, StringComparison.Ordinal);
        Assert.Contains("“The ferry Solveig will sail to Eastholm three times a day from the first of May.”", Corrections(channel)[0].Content, StringComparison.Ordinal);
        Assert.Contains("Ferry to Eastholm runs twice a day (Coast Courier, 10 Apr 2021)", Corrections(channel)[0].Content, StringComparison.Ordinal);
        Assert.Contains("**Before:** “The ferry Solveig will sail to Eastholm three times a day", Corrections(channel)[1].Content, StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.PingingMessages, m => m.Author.Id == _sim.Bot.Id);
    }

    [Fact]
    public async Task A_deleted_article_is_told_as_withdrawn_in_the_thread_of_the_answer()
    {
        var (channel, reader) = scene.Place("history");
        var start = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "What is the windmill of Eastholm made of?", mention: true));
        var thread = _sim.UserOpensThread(start, "Windmill");
        var answer = await scene.AnswerAsync(thread, reader, () => _sim.UserSays(thread, reader, "What will the windmill of Eastholm cost?", mention: true));
        File.Delete(scene.Room.PathOf("seeds/windmill.md"));
        await UntilCorrectedAsync(thread, 1);

        Assert.Contains("3 million crowns", answer.Content, StringComparison.Ordinal);
        var correction = Assert.Single(Corrections(thread));
        Assert.Same(answer, correction.RepliesTo);
        Assert.Contains("The article was withdrawn", correction.Content, StringComparison.Ordinal);
        Assert.Contains("**Before:** “", correction.Content, StringComparison.Ordinal);
    }

    private List<SimMessage> Corrections(SimChannel channel) => [.. _sim.Answers(channel).Where(m => m.Content.Contains("Correction to the answer", StringComparison.Ordinal))];

    private Task UntilCorrectedAsync(SimChannel channel, int times) => scene.UntilAsync(() => Corrections(channel).Count == times, $"correction {times} came", 60);

    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings(), ("Corrections:SettleMinutes", "0"))
    {
        public override async ValueTask InitializeAsync()
        {
            Room.Write("seeds/windmill.md", CorrectedNews.Windmill);
            await base.InitializeAsync();
        }
    }
}
