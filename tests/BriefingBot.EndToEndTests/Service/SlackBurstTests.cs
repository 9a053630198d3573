using BriefingBot.EndToEndTests.Simulators.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Many people at once while all that can go wrong does, and the process is killed in the middle.</summary>
public sealed class SlackBurstTests
{
    private const int Questions = 200;
    private const int Channels = 20;
    private const int People = 50;
    private const int Wave = 20;
    private const int KilledBefore = 5;

    [Fact]
    public async Task Two_hundred_questions_through_faults_and_a_kill_are_answered_exactly_once()
    {
        // Slack's own retries are at once, after a minute and after five.
        await using var scene = new SlackNewsroom(
            new SimulatorSettings { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20)], DisconnectGrace = TimeSpan.FromSeconds(5) });
        foreach (var town in Enumerable.Range(0, Questions)) scene.Room.Write($"seeds/bridges/{town}.md", Towns.Article(town));
        await scene.InitializeAsync();
        var burst = new SlackBurst(scene, Channels, People);
        scene.Sim.Faults.DuplicateEnvelopes = true;

        var started = TimeProvider.System.GetTimestamp();
        foreach (var wave in Enumerable.Range(0, Questions / Wave))
        {
            if (wave == KilledBefore) await scene.KillAsync();
            burst.Ask(wave * Wave, Wave);
            if (wave == KilledBefore) scene.Start();
            else await TroubleAsync(scene.Sim, burst, wave);
            // The waves overlap: some of one are still open when the next comes, or the kill.
            await burst.AnsweredAsync(((wave + 1) * Wave) - (Wave * 3 / 4));
        }

        await burst.AnsweredAsync(Questions);
        var took = TimeProvider.System.GetElapsedTime(started);
        // Whatever would be posted a second time has its chance while everything is asked for once more and answered.
        await burst.SettleAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(burst.Figures(took));
        Assert.Empty(burst.Lost);
        Assert.Empty(burst.Repeated);
        Assert.Empty(scene.Sim.PingingMessages);
        Assert.Contains("valid ConversationsRepliesArguments:", await NodeScript.ValidateTrafficAsync(scene.Sim), StringComparison.Ordinal);
    }

    private static async Task TroubleAsync(SlackSimulator sim, SlackBurst burst, int wave)
    {
        await burst.CommandsArrivedAsync();
        switch (wave % 4)
        {
            case 0:
                var opened = sim.Journal.Of(Traffic.SocketConnect).Count;
                sim.DropSockets();
                await SlackSimulator.Until(() => sim.SocketsOnline == 0 || sim.Journal.Of(Traffic.SocketConnect).Count > opened, "the sockets to be gone");
                sim.Faults.LoseResponse("chat.postMessage", times: 3);
                break;
            case 1:
                sim.Disconnect("refresh_requested");
                sim.Faults.Fail("chat.postMessage", 503, times: 3);
                sim.RateLimits.Refuse("chat.postMessage", TimeSpan.FromSeconds(1), times: 2);
                break;
            case 2:
                sim.Faults.LoseAcknowledgements(times: 4);
                sim.Faults.LoseResponse("chat.postMessage", times: 3);
                sim.RateLimits.Refuse("chat.postMessage", TimeSpan.FromSeconds(1), times: 2);
                break;
            default:
                sim.Disconnect("refresh_requested");
                sim.Faults.Refuse("chat.postMessage", "internal_error", times: 3);
                sim.RateLimits.Refuse("conversations.replies", TimeSpan.FromSeconds(1), times: 2);
                break;
        }
    }
}
