using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>The simulator's judge: what Discord's own clients do with it. It must not be stricter than they are.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task Discord_js_passes_every_scenario()
    {
        string[] scenarios =
        [
            "login", "commands registration", "mention without the content intent", "attached file", "direct message", "message with embeds and limits",
            "slash command with deferred reply and edit", "button", "429 retry", "5xx retry", "unknown event", "resume after a dropped socket",
            "op 7", "op 9 resumable", "close 4000", "op 9 not resumable", "close 4009",
        ];

        var (simulator, output) = await RunAsync("discordjs.mjs", TimeSpan.FromMilliseconds(200));
        await using var _ = simulator;

        Assert.Equal(scenarios.Select(name => "passed " + name), Lines(output));
        Assert.Equal(0, simulator.RateLimits.Exceeded);
        Assert.Equal(3, simulator.Journal.Of(Traffic.GatewayIn).Count(entry => entry.What == "op 2"));
        Assert.All(simulator.Journal.Of(Traffic.GatewayConnect).Where(entry => entry.What.StartsWith("/gateway/resume", StringComparison.Ordinal)), entry => Assert.Contains("v=10", entry.What, StringComparison.Ordinal));

        var valid = await NodeScript.ValidateTrafficAsync(simulator);
        Assert.All(["APIInteractionResponse", "RESTPutAPIApplicationCommandsJSONBody", "GatewayIdentify", "GatewayInteractionCreateDispatchData"], type => Assert.Contains($"valid {type}:", valid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_websocket_client_and_the_signature_check_pass_every_scenario()
    {
        var (simulator, output) = await RunAsync("ws.mjs", identifyInterval: TimeSpan.Zero);
        await using var _ = simulator;

        Assert.Equal(["passed zlib-stream", "passed missed acknowledgement", "passed close 4004", "passed close 4013", "passed close 4014", "passed signature"], Lines(output));
    }

    private static async Task<(DiscordSimulator Simulator, string Output)> RunAsync(string script, TimeSpan identifyInterval)
    {
        var simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { HeartbeatInterval = TimeSpan.FromSeconds(1), IdentifyInterval = identifyInterval });
        var guild = simulator.AddGuild();
        var (user, stranger) = (simulator.AddUser("reader"), simulator.AddUser("stranger"));
        var environment = new JsonObject
        {
            ["origin"] = simulator.ApiUrl[..^"/api".Length],
            ["token"] = simulator.Token,
            ["application"] = simulator.ApplicationId,
            ["publicKey"] = simulator.Endpoint.PublicKey,
            ["guild"] = guild.Id.ToString(),
            ["channel"] = simulator.AddChannel(guild, "news").Id.ToString(),
            ["user"] = user.Id.ToString(),
            ["stranger"] = stranger.Id.ToString(),
            ["dm"] = simulator.DirectMessage(user).Id.ToString(),
        };
        return (simulator, await NodeScript.RunAsync(script, environment));
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
