using BriefingBot.EndToEndTests.Simulators.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Questions and answers that meet a process that is gone.</summary>
public sealed class SlackRestartTests(SlackRestartTests.Scene scene) : IClassFixture<SlackRestartTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task What_was_asked_while_the_process_was_killed_is_answered_once_after_the_restart()
    {
        var (channel, reader) = scene.Place();
        var direct = _sim.DirectMessage(reader);
        await scene.MentionAsync(channel, reader, Question);
        await scene.KillAsync();
        _sim.UserSays(channel, reader, Question, mention: true);
        _sim.UserSays(direct, reader, Question);

        scene.Start();
        await scene.UntilAsync(() => _sim.Answers(channel).Count == 2 && _sim.Answers(direct).Count == 1, "both were answered");
        await scene.MentionAsync(channel, reader, Question);

        Assert.Equal(3, _sim.Answers(channel).Count);
        Assert.All(_sim.Answers(channel), answer => Assert.Contains("14 million crowns", answer.Read(), StringComparison.Ordinal));
        Assert.DoesNotContain(_sim.BotToken, scene.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.AppToken, scene.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_out_when_the_process_was_killed_is_found_and_not_posted_again()
    {
        var (channel, reader) = scene.Place();
        var other = _sim.AddUser("other");
        _sim.Faults.Delay("chat.postMessage", TimeSpan.FromSeconds(60), times: 2);
        var asked = _sim.UserSays(channel, reader, Question, mention: true);
        _sim.UserRunsCommand(channel, other, "/briefing", $"ask {Question}");
        // They are out, but the process is not told.
        await scene.UntilAsync(() => _sim.Answers(channel).Count == 2, "both were posted");
        await scene.RestartAsync();

        var third = await scene.MentionAsync(channel, reader, "How often does the ferry sail to Eastholm?");
        await scene.UntilAsync(() => _sim.Journal.Calls("conversations.replies").Count > 0 && _sim.Journal.Calls("conversations.history").Count > 0, "both were looked for");
        var found = _sim.Thread(asked).Single();
        Assert.Contains("Checked word for word", (await scene.ClickAsync(found, reader, "Show quotes")).Read(), StringComparison.Ordinal);

        Assert.Equal(3, _sim.Answers(channel).Count);
        Assert.Contains(third, _sim.Answers(channel));
    }

    public sealed class Scene() : SlackNewsroom(new SimulatorSettings { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20)] });
}
