using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Discord;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What <c>doctor</c> finds out about Discord.</summary>
public sealed class DiscordDoctorTests : IDisposable
{
    private readonly Newsroom _room = new();

    [Fact]
    public async Task A_good_token_is_tried_and_the_application_named()
    {
        await using var sim = await DiscordSimulator.StartAsync();

        var run = await DoctorAsync(sim, ("Discord__Token", sim.Token));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("ok: Discord: The token is accepted as that of", run.Output, StringComparison.Ordinal);
        Assert.Contains($"client_id={sim.Bot.Id}&scope=bot+applications.commands&permissions=274877991936", run.Output.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.DoesNotContain(sim.Token, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_setting_that_differs_from_the_application_is_a_problem_that_names_its_key()
    {
        await using var sim = await DiscordSimulator.StartAsync();

        var run = await DoctorAsync(
            sim, ("Discord__Token", sim.Token), ("Discord__MessageContent", "true"), ("Discord__ApplicationId", "1234567"), ("Discord__PublicKey", new string('a', 64)));

        Assert.Equal(2, run.ExitCode);
        Assert.All(["MessageContent asks for an intent", "ApplicationId is not", "PublicKey is not"], said => Assert.Contains($"problem: Discord: Discord:{said}", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_a_problem()
    {
        await using var sim = await DiscordSimulator.StartAsync();

        var run = await DoctorAsync(sim, ("Discord__Token", "MTIz.wrong.token"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("problem: Discord:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MTIz.wrong.token", run.Output + run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();

    private Task<ProgramRun> DoctorAsync(DiscordSimulator sim, params IEnumerable<(string Key, string Value)> settings) => ProgramRun.OfAsync(
        _room.FullPath, ["doctor"], environment: [("BRIEFINGBOT_Discord__BaseUrl", sim.ApiUrl), .. settings.Select(s => ($"BRIEFINGBOT_{s.Key}", s.Value))]);
}
