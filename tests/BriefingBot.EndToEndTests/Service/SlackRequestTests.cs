using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Slack over signed requests, without any socket.</summary>
public sealed class SlackRequestTests(SlackRequestTests.Scene scene) : IClassFixture<SlackRequestTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task Mentions_commands_and_clicks_are_answered()
    {
        var (channel, reader) = scene.Place();

        var answer = await scene.MentionAsync(channel, reader, Question);
        Assert.Contains(Expected, answer.Read(), StringComparison.Ordinal);
        Assert.Contains("Checked word for word", (await scene.ClickAsync(answer, reader, "Show quotes")).Read(), StringComparison.Ordinal);
        Assert.Contains(Expected, (await scene.CommandAsync(channel, reader, $"ask {Question} source:\"coast courier\" private")).Read(), StringComparison.Ordinal);
        Assert.Contains("Write a question", (await scene.CommandAsync(channel, reader, "ask")).Read(), StringComparison.Ordinal);
        _sim.UserOpensHome(reader);
        await scene.UntilAsync(() => _sim.HomeOf(reader) is not null, "the home tab was shown");

        Assert.Empty(_sim.Journal.Of(Traffic.SocketConnect));
        Assert.DoesNotContain(_sim.Deliveries, delivery => delivery.Failures > 0);
        Assert.Contains("valid ChatPostMessageArguments:", await NodeScript.ValidateTrafficAsync(_sim), StringComparison.Ordinal);
        using var health = await scene.HealthAsync();
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task What_Slack_sends_again_is_answered_once()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.MentionAsync(channel, reader, Question);
        var sent = _sim.Deliveries.Where(delivery => delivery.Payload["event"]?["channel"].AsString() == channel.Id && delivery.Payload["event"]?["user"].AsString() == reader.Id).ToList();
        Assert.Equal(2, sent.Count);

        foreach (var delivery in sent)
        {
            foreach (var retry in Enumerable.Range(1, 3)) Assert.Equal(200, await SendAsync(delivery.Payload, retry: retry));
        }

        await scene.MentionAsync(channel, reader, "How often does the ferry sail to Eastholm?");
        Assert.Equal(2, _sim.Answers(channel).Count);
        Assert.Contains(answer, _sim.Answers(channel));
    }

    [Fact]
    public async Task What_is_forged_or_old_is_refused_and_does_nothing()
    {
        var (channel, reader) = scene.Place();
        await scene.MentionAsync(channel, reader, Question);
        var payload = (JsonObject)_sim.Deliveries.Last(delivery => delivery.Payload["event"]?["channel"].AsString() == channel.Id).Payload.DeepClone();
        payload["event"]!["ts"] = "1700000000.000100";
        payload["event"]!["thread_ts"] = null;

        Assert.Equal(401, await SendAsync(payload, genuine: false));
        Assert.Equal(401, await SendAsync(payload, age: TimeSpan.FromMinutes(6)));
        Assert.Equal(401, await SendAsync(payload, age: TimeSpan.FromMinutes(-6)));
        Assert.Equal(401, await SendAsync(new JsonObject { ["type"] = "url_verification", ["challenge"] = "let me in" }, genuine: false));
        using var unsigned = await scene.PostUnsignedAsync(payload.ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);

        await scene.MentionAsync(channel, reader, Question);
        Assert.Equal(2, _sim.Answers(channel).Count);
    }

    private async Task<int> SendAsync(JsonObject payload, bool genuine = true, TimeSpan age = default, int retry = 0) =>
        (await _sim.RequestUrls.SendAsync(scene.Endpoint, payload.ToJsonString(), "application/json", genuine, age, retry, "http_timeout", TestContext.Current.CancellationToken)).Status;

    public sealed class Scene : SlackNewsroom
    {
        private static readonly HttpClient Http = new();

        internal Uri Endpoint { get; private set; } = null!;

        private protected override IEnumerable<(string Key, string Value)> Settings =>
            [("Slack:BotToken", Sim.BotToken), ("Slack:SigningSecret", Sim.Settings.SigningSecret), ("Slack:BaseUrl", Sim.ApiUrl), ("Web:Listen", "http://127.0.0.1:0")];

        /// <summary>Slack accepts the address only once it has answered the challenge.</summary>
        internal override async Task OnlineAsync()
        {
            Endpoint = new Uri($"{await Service.AddressAsync()}/slack/events");
            await Sim.RequestUrls.SetAsync(Endpoint);
        }

        internal Task<HttpResponseMessage> HealthAsync() => Http.GetAsync(new Uri(Endpoint, "/health"), TestContext.Current.CancellationToken);

        internal async Task<HttpResponseMessage> PostUnsignedAsync(string body)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            return await Http.PostAsync(Endpoint, content, TestContext.Current.CancellationToken);
        }
    }
}
