namespace BriefingBot.EndToEndTests.Service;

/// <summary>Questions that meet a process that is gone.</summary>
public sealed class DiscordRestartTests(DiscordNewsroom scene) : IClassFixture<DiscordNewsroom>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    [Fact]
    public async Task What_was_asked_while_the_process_was_killed_is_answered_once_after_the_restart()
    {
        var (channel, reader) = scene.Place();
        await scene.AnswerAsync(channel, reader, () => scene.Sim.UserSays(channel, reader, Question, mention: true));
        await scene.KillAsync();
        scene.Sim.UserSays(channel, reader, Question, mention: true);
        scene.Sim.UserRunsCommand(channel, reader, "ask", ("question", Question));

        scene.Start();
        await scene.UntilAsync(() => scene.Sim.Answers(channel, reader).Count == 3, "both were answered");
        await scene.AnswerAsync(channel, reader, () => scene.Sim.UserSays(channel, reader, Question, mention: true));

        Assert.Equal(4, scene.Sim.Answers(channel, reader).Count);
        Assert.All(scene.Sim.Answers(channel, reader), answer => Assert.Contains("14 million crowns", answer.Content, StringComparison.Ordinal));
        // The session was gone on with: what Discord sends meanwhile, it keeps for it.
        Assert.Single(scene.Sim.Journal.Of(Traffic.GatewayIn), entry => entry.What == "op 2");
        Assert.DoesNotContain(scene.Sim.Token, scene.Errors, StringComparison.Ordinal);
    }
}
