using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>The simulator's judge: what Slack's own clients do with it. It must not be stricter than they are.</summary>
public sealed class OfficialClientTests
{
    private static readonly string[] Scenarios =
    [
        "identity", "mention", "shared file", "command", "button", "feedback", "modal", "shortcut", "home", "assistant", "stream", "expired stream", "refusals", "429 retry", "5xx retry", "acknowledgements",
    ];

    [Fact]
    public async Task Bolt_passes_every_scenario_over_a_socket()
    {
        var (simulator, output) = await RunAsync("bolt.mjs", "socket");
        await using var _ = simulator;

        Assert.Equal(Scenarios.Select(name => "passed " + name), Lines(output));

        var valid = await NodeScript.ValidateTrafficAsync(simulator);
        Assert.All(
            ["ChatPostMessageArguments", "ChatStartStreamArguments", "ViewsOpenArguments", "SectionBlock", "ContextActionsBlock", "ModalView", "HomeView", "AppMentionEvent", "FileShareMessageEvent", "BlockAction", "SlashCommand", "ViewSubmitAction"],
            type => Assert.Contains($"valid {type}:", valid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bolt_passes_every_scenario_over_signed_requests_and_refuses_what_is_badly_signed()
    {
        var (simulator, output) = await RunAsync("bolt.mjs", "http");
        await using var _ = simulator;

        Assert.Equal(["passed challenge", "passed signature", .. Scenarios.Select(name => "passed " + name)], Lines(output));
        Assert.Empty(simulator.Journal.Of(Traffic.SocketConnect));
    }

    [Fact]
    public async Task The_socket_client_comes_back_and_misses_nothing()
    {
        var (simulator, output) = await RunAsync("socket.mjs");
        await using var _ = simulator;

        Assert.Equal(["passed hello", "passed refresh requested", "passed dropped socket", "passed lost acknowledgement", "passed two sockets", "passed wrong token"], Lines(output));
    }

    private static async Task<(SlackSimulator Simulator, string Output)> RunAsync(string script, params string[] arguments)
    {
        var simulator = await SlackSimulator.StartAsync();
        var user = simulator.AddUser("reader");
        var environment = new JsonObject
        {
            ["origin"] = simulator.ApiUrl[..^"/api/".Length],
            ["apiUrl"] = simulator.ApiUrl,
            ["botToken"] = simulator.BotToken,
            ["appToken"] = simulator.AppToken,
            ["signingSecret"] = simulator.Settings.SigningSecret,
            ["team"] = simulator.Team.Id,
            ["bot"] = simulator.Bot.Id,
            ["user"] = user.Id,
            ["channel"] = simulator.AddChannel("news").Id,
            ["dm"] = simulator.DirectMessage(user).Id,
        };
        return (simulator, await NodeScript.RunAsync(script, environment, arguments));
    }

    // The clients log refusals that a scenario asks for.
    private static string[] Lines(string output) => [.. output.Split('\n').Where(line => line.StartsWith("passed ", StringComparison.Ordinal))];
}
