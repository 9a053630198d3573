using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that are edited and deleted in the watched folder after answers cited them.</summary>
public sealed class SlackCorrectionTests(SlackCorrectionTests.Scene scene) : IClassFixture<SlackCorrectionTests.Scene>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task An_edited_passage_is_corrected_once_in_the_thread_of_the_answer_whatever_is_killed()
    {
        var (channel, reader) = scene.Place();
        var asked = _sim.UserSays(channel, reader, "How often does the ferry sail to Eastholm?", mention: true);
        await scene.UntilAsync(() => _sim.Thread(asked).Count == 1, "it was answered");
        scene.Room.Write("seeds/ferry.md", CorrectedNews.Ferry("three times a day"));
        await UntilCorrectedAsync(channel, 1);
        await scene.KillAsync();
        scene.Room.Write("seeds/ferry.md", CorrectedNews.Ferry("once a week"));
        scene.Start();
        await scene.OnlineAsync();
        await UntilCorrectedAsync(channel, 2);
        await scene.RestartAsync();
        var again = await scene.ClickAsync(Corrections(channel)[0], reader, "Ask again");

        Assert.Contains("once a week", again.Read(), StringComparison.Ordinal);
        Assert.Equal(2, Corrections(channel).Count);
        Assert.All(Corrections(channel), c => Assert.Contains(c, _sim.Thread(asked)));
        Assert.Contains("Before: “The ferry Solveig will sail to Eastholm twice a day from the first of May.”", Corrections(channel)[0].Read(), StringComparison.Ordinal);
        Assert.Contains("Now: “The ferry Solveig will sail to Eastholm three times a day from the first of May.”", Corrections(channel)[0].Read(), StringComparison.Ordinal);
        Assert.Contains("Ferry to Eastholm runs twice a day (Coast Courier, 10 Apr 2021)", Corrections(channel)[0].Read(), StringComparison.Ordinal);
        Assert.Contains("Before: “The ferry Solveig will sail to Eastholm three times a day", Corrections(channel)[1].Read(), StringComparison.Ordinal);
        Assert.Empty(_sim.PingingMessages);
    }

    [Fact]
    public async Task A_deleted_article_is_told_as_withdrawn_below_the_answer_to_a_command()
    {
        var (channel, reader) = scene.Place("history");
        var answer = await scene.CommandAsync(channel, reader, "ask What will the windmill of Eastholm cost?");
        File.Delete(scene.Room.PathOf("seeds/windmill.md"));
        await UntilCorrectedAsync(channel, 1);

        Assert.Contains("3 million crowns", answer.Read(), StringComparison.Ordinal);
        var correction = Assert.Single(Corrections(channel));
        Assert.Contains(correction, _sim.Thread(answer));
        Assert.Contains("The article was withdrawn", correction.Read(), StringComparison.Ordinal);
        Assert.Contains("Before: “", correction.Read(), StringComparison.Ordinal);
    }

    private List<SimMessage> Corrections(SimChannel channel) => [.. _sim.Answers(channel).Where(m => m.Read().Contains("Correction to the answer", StringComparison.Ordinal))];

    private Task UntilCorrectedAsync(SimChannel channel, int times) => scene.UntilAsync(() => Corrections(channel).Count == times, $"correction {times} came", 60);

    public sealed class Scene() : SlackNewsroom(new SimulatorSettings(), ("Corrections:SettleMinutes", "0"))
    {
        public override async ValueTask InitializeAsync()
        {
            Room.Write("seeds/windmill.md", CorrectedNews.Windmill);
            await base.InitializeAsync();
        }
    }
}
