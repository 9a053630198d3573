using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.Gateway;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What happens to connections, and that nobody who asks meanwhile notices.</summary>
public abstract class DiscordGatewayTests(DiscordNewsroom scene)
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task What_is_asked_while_a_connection_breaks_is_answered_once()
    {
        var (channel, reader) = scene.Place();
        (string What, Action Breaks)[] resumable =
        [
            ("a dropped socket", _sim.DropSockets),
            ("op 7", _sim.RequestReconnect),
            ("op 9 true", () => _sim.InvalidateSessions(resumable: true)),
            ("4000", () => _sim.CloseSockets(CloseCode.UnknownError)),
            ("4008", () => _sim.CloseSockets(CloseCode.RateLimited)),
        ];
        var (resumed, identified) = (Resumes(), Identifies());
        foreach (var (what, breaks) in resumable)
        {
            breaks();
            await AskedAsync(channel, reader, what);
        }

        Assert.True(Resumes() >= resumed + resumable.Length);
        Assert.Equal(identified, Identifies());
        Assert.Equal(resumable.Length, Answered(channel));
    }

    [Fact]
    public async Task When_a_session_is_gone_a_new_one_goes_on()
    {
        var (channel, reader) = scene.Place();
        foreach (var breaks in (Action[])[() => _sim.InvalidateSessions(resumable: false), () => _sim.CloseSockets(CloseCode.SessionTimedOut)])
        {
            var before = Identifies();
            breaks();
            // What is said before Discord has the new session, it tells nobody.
            await scene.UntilAsync(() => Identifies() > before && _sim.SessionsOnline > 0, "a new session began");
            await AskedAsync(channel, reader, "a new session");
        }

        Assert.Equal(2, Answered(channel));
    }

    [Fact]
    public async Task Events_that_come_twice_or_in_another_order_are_answered_once()
    {
        var (channel, reader) = scene.Place();
        var other = _sim.AddUser("other");
        (_sim.Faults.DuplicateDispatches, _sim.Faults.ReplayOverlap, _sim.Faults.UnknownFields) = (true, 3, true);
        _sim.Faults.SwapDispatches();
        _sim.UserSays(channel, reader, Question, mention: true);
        _sim.UserRunsCommand(channel, other, "ask", ("question", Question));
        await scene.UntilAsync(() => Answered(channel) >= 2, "both were answered");
        _sim.DropSockets();
        await AskedAsync(channel, reader, "a replay of known events");
        (_sim.Faults.DuplicateDispatches, _sim.Faults.ReplayOverlap, _sim.Faults.UnknownFields) = (false, 0, false);

        await AskedAsync(channel, reader, "after all");

        Assert.Equal(4, Answered(channel));
        Assert.Empty(_sim.Unanswered);
    }

    [Fact]
    public async Task Missed_acknowledgements_and_failing_calls_cost_no_answer()
    {
        var (channel, reader) = scene.Place();
        var resumed = Resumes();
        var left = _sim.Journal.Of(Traffic.GatewayClosedByClient).Count;
        _sim.Faults.StopAcks = true;
        await scene.UntilAsync(() => _sim.Journal.Of(Traffic.GatewayClosedByClient).Count > left, "the zombie connection was left");
        (_sim.Faults.StopAcks, _sim.Faults.RefuseSockets) = (false, true);
        _sim.UserSays(channel, reader, Question, mention: true);
        _sim.Faults.Fail("POST /channels", 503);
        _sim.Faults.Delay("POST /channels", TimeSpan.FromSeconds(0.5));
        _sim.Faults.RefuseSockets = false;

        await scene.UntilAsync(() => Answered(channel) == 1, "it was answered");

        // 1000 and 1001 would have ended the session.
        Assert.All(_sim.Journal.Of(Traffic.GatewayClosedByClient), close => Assert.NotInRange(close.Status, 1000, 1001));
        Assert.True(Resumes() > resumed);
    }

    private async Task AskedAsync(SimChannel channel, SimUser reader, string what)
    {
        var before = Answered(channel);
        _sim.UserSays(channel, reader, Question, mention: true);
        await scene.UntilAsync(() => Answered(channel) > before, $"an answer came after {what}");
    }

    private int Answered(SimChannel channel) => _sim.Answers(channel).Count(message => message.Content.Contains(Expected, StringComparison.Ordinal));

    private int Identifies() => _sim.Journal.Of(Traffic.GatewayIn).Count(entry => entry.What == "op 2");

    private int Resumes() => _sim.Journal.Of(Traffic.GatewayIn).Count(entry => entry.What == "op 6");
}

public sealed class DiscordCompressedGatewayTests(DiscordCompressedGatewayTests.Scene scene) : DiscordGatewayTests(scene), IClassFixture<DiscordCompressedGatewayTests.Scene>
{
    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings { HeartbeatInterval = TimeSpan.FromSeconds(1) });
}

public sealed class DiscordPlainGatewayTests(DiscordPlainGatewayTests.Scene scene) : DiscordGatewayTests(scene), IClassFixture<DiscordPlainGatewayTests.Scene>
{
    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings { HeartbeatInterval = TimeSpan.FromSeconds(1) }, ("Discord:Compression", "false"));
}
