using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What <c>doctor</c> finds out about Slack.</summary>
public sealed class SlackDoctorTests : IDisposable
{
    private readonly Newsroom _room = new();

    [Fact]
    public async Task Good_tokens_are_tried_and_the_bot_and_its_workspace_named()
    {
        await using var sim = await SlackSimulator.StartAsync(new SimulatorSettings { Scopes = SlackBot.RequiredScopes });

        var run = await DoctorAsync(sim, sim.BotToken, sim.AppToken);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"ok: Slack: The tokens are accepted as those of {sim.Bot.Name} in {sim.Team.Name}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lacks", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(sim.BotToken, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(sim.AppToken, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_that_the_token_lacks_are_a_problem_that_names_them()
    {
        await using var sim = await SlackSimulator.StartAsync(new SimulatorSettings { Scopes = [.. SlackBot.RequiredScopes.Except(["users:read", "im:history"])] });

        var run = await DoctorAsync(sim, sim.BotToken, sim.AppToken);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("problem: Slack: The bot's token lacks the scopes im:history, users:read.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BotToken", "xoxb-wrong", null)]
    [InlineData("AppToken", null, "xapp-wrong")]
    public async Task A_refused_token_is_a_problem_that_names_its_key(string key, string? bot, string? app)
    {
        await using var sim = await SlackSimulator.StartAsync(new SimulatorSettings { Scopes = SlackBot.RequiredScopes });

        var run = await DoctorAsync(sim, bot ?? sim.BotToken, app ?? sim.AppToken);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("problem: Slack:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"Set Slack:{key}", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(bot ?? app!, run.Output + run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();

    private Task<ProgramRun> DoctorAsync(SlackSimulator sim, string bot, string app) => ProgramRun.OfAsync(
        _room.FullPath, ["doctor"], environment: [("BRIEFINGBOT_Slack__BaseUrl", sim.ApiUrl), ("BRIEFINGBOT_Slack__BotToken", bot), ("BRIEFINGBOT_Slack__AppToken", app)]);
}
