using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Discord and Slack in one process: what breaks on one does not concern the other.</summary>
public sealed class BothPlatformsTests
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    [Fact]
    public async Task With_a_wrong_token_Discord_stops_with_what_to_change_and_Slack_answers()
    {
        await using var scene = new Scene { DiscordToken = "MTIz.wrong.token" };
        await scene.InitializeAsync();

        await scene.StoppedAsync("Discord", "Discord:Token");

        await scene.AskOnSlackAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopped", "on"), await scene.HealthAsync());
    }

    [Fact]
    public async Task With_its_token_revoked_while_it_runs_Slack_stops_with_what_to_change_and_Discord_answers()
    {
        await using var scene = new Scene();
        await scene.InitializeAsync();
        await scene.AskOnSlackAsync();
        await scene.AskOnDiscordAsync();
        Assert.Equal((HttpStatusCode.OK, "on", "on"), await scene.HealthAsync());

        scene.Slack.Faults.BotTokenRevoked = true;
        var direct = scene.Slack.DirectMessage(scene.Slack.AddUser("reader"));
        scene.Slack.UserSays(direct, direct.With!, Question);
        await scene.StoppedAsync("Slack", "Slack:BotToken");

        await scene.AskOnDiscordAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "on", "stopped"), await scene.HealthAsync());
        Assert.Empty(scene.Slack.Answers(direct));
        await scene.UntilAsync(() => scene.Slack.SocketsOnline == 0, "the sockets were left");
    }

    private sealed class Scene : ServiceNewsroom
    {
        private static readonly HttpClient Http = new();

        public string? DiscordToken { get; init; }

        internal DiscordSimulator Discord { get; private set; } = null!;

        internal SlackSimulator Slack { get; private set; } = null!;

        private protected override IEnumerable<(string Key, string Value)> Settings =>
        [
            ("Discord:Token", DiscordToken ?? Discord.Token), ("Discord:BaseUrl", Discord.ApiUrl), ("Web:Listen", "http://127.0.0.1:0"),
            ("Slack:BotToken", Slack.BotToken), ("Slack:AppToken", Slack.AppToken), ("Slack:BaseUrl", Slack.ApiUrl),
        ];

        public override async ValueTask InitializeAsync()
        {
            Discord = await DiscordSimulator.StartAsync();
            Slack = await SlackSimulator.StartAsync(new Simulators.Slack.SimulatorSettings { Scopes = SlackBot.RequiredScopes, Events = SlackNewsroom.SubscribedEvents });
            await base.InitializeAsync();
        }

        internal override Task OnlineAsync() => UntilAsync(() => Slack.SocketsOnline == 2 && (DiscordToken is not null || Errors.Contains(": READY", StringComparison.Ordinal)), "the bot came online");

        /// <summary>In one line, which names the key, and nothing that only a programmer reads.</summary>
        internal async Task StoppedAsync(string platform, string key)
        {
            await UntilAsync(() => Errors.Contains($"{platform}: stopped.", StringComparison.Ordinal), $"{platform} stopped");
            var line = Assert.Single(Errors.Split('\n'), line => line.Contains("stopped.", StringComparison.Ordinal));
            Assert.Contains(key, line, StringComparison.Ordinal);
            Assert.DoesNotContain(" at BriefingBot.", Errors, StringComparison.Ordinal);
            Assert.All([Slack.BotToken, Slack.AppToken, DiscordToken ?? Discord.Token], token => Assert.DoesNotContain(token, Errors, StringComparison.Ordinal));
        }

        internal async Task AskOnSlackAsync()
        {
            var (reader, channel) = (Slack.AddUser("reader"), Slack.AddChannel("news"));
            Slack.UserSays(channel, reader, Question, mention: true);
            await UntilAsync(() => Slack.Answers(channel).Any(answer => answer.Read().Contains(Expected, StringComparison.Ordinal)), "Slack's question was answered");
        }

        internal async Task AskOnDiscordAsync()
        {
            var (reader, channel) = (Discord.AddUser("reader"), Discord.AddChannel(Discord.AddGuild("press"), "news"));
            Discord.UserSays(channel, reader, Question, mention: true);
            await UntilAsync(() => Discord.Answers(channel).Any(answer => answer.Content.Contains(Expected, StringComparison.Ordinal)), "Discord's question was answered");
        }

        internal async Task<(HttpStatusCode Status, string? Discord, string? Slack)> HealthAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            using var response = await Http.GetAsync(new Uri($"{await Service.AddressAsync()}/health"), cancellation);
            var health = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
            return (response.StatusCode, health?[nameof(Discord)].AsString(), health?[nameof(Slack)].AsString());
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Discord.DisposeAsync();
            await Slack.DisposeAsync();
        }
    }
}
