using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.Slack;

namespace BriefingBot.EndToEndTests.Service;

internal sealed class SlackDigestScene : DigestScene
{
    private SlackSimulator _sim = null!;
    private SimChannel _channel = null!;
    private SimUser _chief = null!;

    public override IReadOnlyList<string> Digests => [.. _sim.Answers(_channel).Select(message => message.Read())];

    protected override IReadOnlyList<string> Told => [.. _sim.EphemeralsFor(_chief).Select(message => message.Read())];

    protected override IEnumerable<(string Key, string Value)> Settings => [("Slack:BotToken", _sim.BotToken), ("Slack:AppToken", _sim.AppToken), ("Slack:BaseUrl", _sim.ApiUrl)];

    public override void RefusePosts(int times) => _sim.Faults.Refuse("chat.postMessage", "is_archived", times);

    /// <summary>Slack fails over what is posted to the channel.</summary>
    public void FailPosts(int times) => _sim.Faults.Fail("chat.postMessage", 503, times);

    protected override void Use(string command, (string Name, string Value)[] options) =>
        _sim.UserRunsCommand(_channel, _chief, "/briefing", string.Join(' ', options.Select(o => $"{o.Name}:\"{o.Value}\"").Prepend(command.Replace("briefing ", "", StringComparison.Ordinal))));

    protected override bool IsOnline(int bots) => _sim.SocketsOnline == 2 * bots;

    protected override async Task ConnectAsync()
    {
        _sim = await SlackSimulator.StartAsync(new SimulatorSettings { Scopes = SlackBot.RequiredScopes, Events = SlackNewsroom.SubscribedEvents });
        _chief = _sim.AddUser("chief", isAdmin: true);
        _channel = _sim.AddChannel("news");
    }

    protected override ValueTask DisconnectAsync() => _sim.DisposeAsync();
}
