using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

internal sealed class DiscordDigestScene : DigestScene
{
    private DiscordSimulator _sim = null!;
    private SimChannel _channel = null!;
    private SimUser _chief = null!;

    public override IReadOnlyList<string> Digests => [.. _sim.Answers(_channel).Select(Read)];

    protected override IReadOnlyList<string> Told => [.. _sim.Answers(_channel, _chief).Where(message => message.OnlyFor is not null).Select(Read)];

    protected override IEnumerable<(string Key, string Value)> Settings => [("Discord:Token", _sim.Token), ("Discord:BaseUrl", _sim.ApiUrl)];

    public override void RefusePosts(int times) => _sim.Faults.Fail($"POST /channels/{_channel.Id}/messages", 403, times);

    protected override void Use(string command, (string Name, string Value)[] options) =>
        _sim.UserRunsCommand(_channel, _chief, command, options.Select(o => (o.Name, (JsonNode)JsonValue.Create(o.Value))));

    protected override bool IsOnline(int bots) => _sim.SessionsOnline == bots && _sim.Commands.Count > 0;

    protected override async Task ConnectAsync()
    {
        _sim = await DiscordSimulator.StartAsync();
        _channel = _sim.AddChannel(_sim.AddGuild("press"), "news");
        _chief = _sim.AddUser("chief", isAdministrator: true);
    }

    /// <summary>Without the backslashes that disarm foreign text.</summary>
    private static string Read(SimMessage message) => message.Text().Replace("\\", "", StringComparison.Ordinal);

    protected override ValueTask DisconnectAsync() => _sim.DisposeAsync();
}
