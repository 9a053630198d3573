using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Discord;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What somebody has to change is said in one line that names it.</summary>
public sealed class DiscordTroubleTests
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    [Fact]
    public async Task Without_the_Message_Content_intent_in_the_portal_the_service_ends_and_says_so()
    {
        await using var sim = await DiscordSimulator.StartAsync();
        using var room = new Newsroom();

        await using var service = RunningService.Start(room, [("Discord:Token", sim.Token), ("Discord:BaseUrl", sim.ApiUrl), ("Discord:MessageContent", "true")]);

        Assert.Equal(1, await service.ExitCodeAsync());
        var line = Assert.Single(service.Errors.Split('\n'), line => line.Contains("intent", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Message Content", line, StringComparison.Ordinal);
        Assert.Contains("Discord:MessageContent", line, StringComparison.Ordinal);
        Assert.DoesNotContain(" at BriefingBot.", service.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_permission_in_a_channel_is_told_and_harms_no_other_channel()
    {
        await using var scene = new DiscordNewsroom();
        await scene.InitializeAsync();
        var (closed, reader) = scene.Place();
        var (open, _) = scene.Place();
        closed.BotMaySend = false;

        scene.Sim.UserSays(closed, reader, Question, mention: true);
        await scene.UntilAsync(() => scene.Errors.Contains("Missing Permissions", StringComparison.Ordinal), "the permission was told");
        await scene.AnswerAsync(open, reader, () => scene.Sim.UserSays(open, reader, Question, mention: true));

        var line = Assert.Single(scene.Errors.Split('\n'), line => line.Contains("Missing Permissions", StringComparison.Ordinal));
        Assert.Contains("Give the bot's role the permissions", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ChatTrouble", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", scene.Errors, StringComparison.Ordinal);
        // By a command, it can answer there all the same.
        await scene.AnswerAsync(closed, reader, () => scene.Sim.UserRunsCommand(closed, reader, "ask", ("question", Question)));
    }
}
