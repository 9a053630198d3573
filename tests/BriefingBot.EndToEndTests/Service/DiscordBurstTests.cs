using BriefingBot.EndToEndTests.Simulators.Discord;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Many people at once while all that can go wrong does, and the process is killed in the middle.</summary>
public sealed class DiscordBurstTests
{
    private const int Questions = 200;
    private const int Channels = 20;
    private const int People = 50;
    private const int Wave = 20;
    private const int KilledBefore = 5;

    [Fact]
    public async Task Two_hundred_questions_through_faults_and_a_kill_are_answered_exactly_once()
    {
        await using var scene = new DiscordNewsroom();
        foreach (var town in Enumerable.Range(0, Questions)) scene.Room.Write($"seeds/bridges/{town}.md", Towns.Article(town));
        await scene.InitializeAsync();
        var burst = new DiscordBurst(scene, Channels, People);
        scene.Sim.Faults.DuplicateDispatches = true;

        var started = TimeProvider.System.GetTimestamp();
        foreach (var wave in Enumerable.Range(0, Questions / Wave))
        {
            if (wave == KilledBefore) await scene.KillAsync();
            burst.Ask(wave * Wave, Wave);
            if (wave == KilledBefore) scene.Start();
            else Trouble(scene.Sim, wave);
            // The waves overlap: some of one are still open when the next comes, or the kill.
            await burst.AnsweredAsync(((wave + 1) * Wave) - (Wave * 3 / 4));
        }

        await burst.AnsweredAsync(Questions);
        var took = TimeProvider.System.GetElapsedTime(started);
        // Whatever would be sent a second time has its chance while everything is asked for once more and answered.
        await burst.SettleAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(burst.Figures(took));
        Assert.Empty(burst.Lost);
        Assert.Empty(burst.Repeated);
        Assert.Empty(burst.StillThinking);
        Assert.Empty(scene.Sim.PingingMessages);
        Assert.Equal(0, scene.Sim.RateLimits.Exceeded);
    }

    private static void Trouble(DiscordSimulator sim, int wave)
    {
        switch (wave % 4)
        {
            case 0:
                sim.DropSockets();
                sim.Faults.LoseResponse("POST /channels", times: 3);
                break;
            case 1:
                sim.RequestReconnect();
                sim.Faults.Fail("/messages/@original", 503, times: 3);
                sim.RateLimits.Refuse("POST /channels", "shared", TimeSpan.FromSeconds(0.5), times: 2);
                break;
            case 2:
                sim.Faults.SwapDispatches(3);
                sim.Faults.LoseResponse("/messages/@original", times: 3);
                sim.Faults.LoseResponse("/callback", times: 3);
                sim.RateLimits.Refuse("/messages/@original", "user", TimeSpan.FromSeconds(0.5), times: 2);
                break;
            default:
                sim.InvalidateSessions(resumable: true);
                sim.Faults.Fail("POST /channels", 500, times: 3);
                sim.RateLimits.Refuse("POST /channels", "global", TimeSpan.FromSeconds(0.5));
                break;
        }
    }
}
