using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Sockets that are to be changed, and what comes over them twice; nobody who asks meanwhile notices.</summary>
public sealed class SlackSocketTests(SlackSocketTests.Scene scene) : IClassFixture<SlackSocketTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly SlackSimulator _sim = scene.Sim;

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Asked_to_change_sockets_the_bot_opens_the_new_ones_before_it_leaves_the_old(string reason)
    {
        await SettledAsync();
        var (channel, reader) = scene.Place();
        var before = _sim.Journal.Entries.Count;
        var deliveries = _sim.Deliveries.Count;
        List<JournalEntry> Changes() => [.. _sim.Journal.Entries.Skip(before).Where(entry => entry.Traffic is Traffic.SocketConnect or Traffic.SocketClosedByClient)];

        _sim.Disconnect(reason);
        await AskedAsync(channel, reader);
        await AskedAsync(channel, reader);
        await scene.UntilAsync(() => Changes().Count(change => change.Traffic == Traffic.SocketClosedByClient) == 2, "the old sockets were left");

        var (opened, left) = (0, 0);
        foreach (var change in Changes())
        {
            if (change.Traffic == Traffic.SocketConnect) opened++;
            else left++;
            Assert.True(opened >= left, "A socket was left before there was another.");
        }

        Assert.Equal(2, Answered(channel));
        Assert.DoesNotContain(_sim.Deliveries.Skip(deliveries), delivery => delivery.Failures > 0);
    }

    [Fact]
    public async Task Envelopes_that_come_twice_are_answered_once()
    {
        await SettledAsync();
        var (channel, reader) = scene.Place();
        (_sim.Faults.DuplicateEnvelopes, _sim.Faults.UnknownFields) = (true, true);
        await AskedAsync(channel, reader);
        var answer = await scene.CommandAsync(channel, reader, $"ask {Question}");
        await scene.ClickAsync(answer, reader, "Show quotes");
        (_sim.Faults.DuplicateEnvelopes, _sim.Faults.UnknownFields) = (false, false);

        await AskedAsync(channel, reader);
        Assert.Equal(3, Answered(channel));
        Assert.Single(_sim.EphemeralsFor(reader));
    }

    [Fact]
    public async Task What_comes_again_because_its_acknowledgement_was_late_or_lost_is_answered_once()
    {
        await SettledAsync();
        var (channel, reader) = scene.Place();
        var before = _sim.Deliveries.Count;
        _sim.Faults.LoseAcknowledgements(times: 2);
        await AskedAsync(channel, reader);
        _sim.Faults.AcknowledgementDelay = TimeSpan.FromSeconds(3.5);
        await AskedAsync(channel, reader);
        await scene.UntilAsync(() => _sim.Deliveries.Skip(before).Count(delivery => delivery is { IsEvent: true, Attempts: > 1 }) >= 3, "events came again");
        _sim.Faults.AcknowledgementDelay = TimeSpan.Zero;

        await AskedAsync(channel, reader);
        Assert.Equal(3, Answered(channel));
    }

    /// <summary>Both sockets are open and new ones, so that what a test breaks is known.</summary>
    private Task SettledAsync() => scene.UntilAsync(() => _sim.SocketsOnline == 2, "both sockets were open");

    private async Task AskedAsync(SimChannel channel, SimUser reader)
    {
        var before = Answered(channel);
        _sim.UserSays(channel, reader, Question, mention: true);
        await scene.UntilAsync(() => Answered(channel) > before, "an answer came");
    }

    private int Answered(SimChannel channel) => _sim.Answers(channel).Count(message => message.Read().Contains(Expected, StringComparison.Ordinal));

    /// <summary>Slack sends again at once, then after minutes, which here are seconds.</summary>
    public sealed class Scene() : SlackNewsroom(new SimulatorSettings { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)], DisconnectGrace = TimeSpan.FromSeconds(5) });
}
