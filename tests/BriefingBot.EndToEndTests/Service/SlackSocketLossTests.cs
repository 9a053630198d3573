using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The only socket breaks, and Slack lets no other be opened at once: what is asked meanwhile comes again and is answered once.</summary>
public sealed class SlackSocketLossTests(SlackSocketLossTests.Scene scene) : IClassFixture<SlackSocketLossTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task What_is_asked_while_a_socket_breaks_is_answered_once()
    {
        var (channel, reader) = scene.Place();
        Action[] breaks = [_sim.DropSockets, _sim.CloseSockets, () => _sim.Disconnect("too_many_websockets")];
        foreach (var (done, breaking) in breaks.Index())
        {
            await scene.OnlineAsync();
            breaking();
            _sim.UserSays(channel, reader, Question, mention: true);
            await scene.UntilAsync(() => Answered(channel) > done, "an answer came");
        }

        await scene.OnlineAsync();
        Assert.Equal(breaks.Length, Answered(channel));
    }

    [Fact]
    public async Task While_Slack_refuses_sockets_the_bot_keeps_trying()
    {
        await scene.OnlineAsync();
        var (channel, reader) = scene.Place();
        _sim.Faults.Refuse("apps.connections.open", "internal_error");
        _sim.RateLimits.Refuse("apps.connections.open", TimeSpan.FromSeconds(1));
        _sim.Faults.RefuseSockets = true;
        var tried = _sim.Journal.Calls("apps.connections.open").Count;
        _sim.DropSockets();
        _sim.UserSays(channel, reader, Question, mention: true);
        await scene.UntilAsync(() => _sim.Journal.Calls("apps.connections.open").Count >= tried + 3, "the bot tried again");
        _sim.Faults.RefuseSockets = false;

        await scene.UntilAsync(() => Answered(channel) == 1, "it was answered");
    }

    private int Answered(SimChannel channel) => _sim.Answers(channel).Count(message => message.Read().Contains(Expected, StringComparison.Ordinal));

    /// <summary>With one socket, as Slack's limit on opening them would else hold the tests up.</summary>
    public sealed class Scene() : SlackNewsroom(
        new SimulatorSettings { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10)], DisconnectGrace = TimeSpan.FromSeconds(5) }, ("Slack:Connections", "1"))
    {
        internal override Task OnlineAsync() => UntilAsync(() => Sim.SocketsOnline == 1, "the socket was open");
    }
}
