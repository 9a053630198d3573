using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class RestTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private DiscordSimulator _simulator = null!;
    private RawClient _client = null!;
    private SimChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = _time });
        _client = new RawClient(_simulator);
        _channel = _simulator.AddChannel(_simulator.AddGuild(), "news");
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_bot_learns_who_it_is_and_where_its_gateway_is()
    {
        Assert.Equal(_simulator.ApplicationId, (await _client.CallAsync("GET", "users/@me")).Body!["id"]!.GetValue<string>());
        Assert.Equal(_simulator.ApplicationId, (await _client.CallAsync("GET", "applications/@me")).Body!["id"]!.GetValue<string>());
        Assert.Equal(_simulator.GatewayUrl, (await _client.CallAsync("GET", "gateway/bot")).Body!["url"]!.GetValue<string>());
        Assert.Equal(404, (await _client.CallAsync("GET", "nowhere")).Status);
        Assert.Equal(405, (await _client.CallAsync("PUT", "users/@me")).Status);
    }

    [Fact]
    public async Task A_wrong_token_or_a_nameless_client_is_refused_and_counted()
    {
        await using var stranger = new RawClient(_simulator) { Token = "wrong" };
        Assert.Equal(401, (await stranger.CallAsync("GET", "users/@me")).Status);
        await using var nameless = new RawClient(_simulator) { UserAgent = "curl/8" };
        Assert.Equal(40333, await nameless.ErrorAsync("GET", "users/@me"));
        Assert.Equal(2, _simulator.RateLimits.InvalidRequests);
    }

    [Fact]
    public async Task A_bucket_counts_down_refuses_and_refills_for_its_channel_only()
    {
        for (var left = 4; left >= 0; left--)
        {
            Assert.Equal(200, (await SendAsync(_channel)).Status);
            Assert.Equal(left.ToString(), _client.Headers.GetValues("X-RateLimit-Remaining").Single());
        }

        var (status, body) = await SendAsync(_channel);
        Assert.Equal(429, status);
        Assert.Equal("user", _client.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal(TimeSpan.FromSeconds(5), _client.Headers.RetryAfter!.Delta);
        Assert.False(body!["global"]!.GetValue<bool>());
        Assert.Equal(200, (await SendAsync(_simulator.AddChannel(_channel.Guild!, "other"))).Status);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await SendAsync(_channel)).Status);
        Assert.Equal((1, 1), (_simulator.RateLimits.Exceeded, _simulator.RateLimits.InvalidRequests));
    }

    [Fact]
    public async Task The_fifty_first_call_in_a_second_is_refused_globally()
    {
        _simulator.RateLimits.Everywhere = (1000, TimeSpan.FromSeconds(1));
        for (var i = 0; i < 50; i++) Assert.Equal(200, (await _client.CallAsync("GET", "users/@me")).Status);
        var (status, body) = await _client.CallAsync("GET", "users/@me");
        Assert.True(status == 429 && body!["global"]!.GetValue<bool>());
        Assert.Equal("true", _client.Headers.GetValues("X-RateLimit-Global").Single());
        Assert.Equal(404, (await _client.CallAsync("POST", "interactions/1/x/callback", new JsonObject())).Status);
    }

    [Theory]
    [InlineData("user", 1), InlineData("global", 1), InlineData("shared", 0)]
    public async Task A_refusal_of_each_scope_can_be_ordered_and_shared_ones_are_not_held_against_the_bot(string scope, int invalid)
    {
        _simulator.RateLimits.Refuse("GET /users/@me", scope, TimeSpan.FromSeconds(0.25));
        var (status, body) = await _client.CallAsync("GET", "users/@me");
        Assert.Equal((429, 0.25, scope == "global"), (status, body!["retry_after"]!.GetValue<double>(), body["global"]!.GetValue<bool>()));
        Assert.Equal(scope, _client.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal((invalid, 0), (_simulator.RateLimits.InvalidRequests, _simulator.RateLimits.Exceeded));
        Assert.Equal(200, (await _client.CallAsync("GET", "users/@me")).Status);
    }

    [Fact]
    public async Task Calls_fail_or_come_late_to_order()
    {
        _simulator.Faults.Fail("GET /users/@me", 503);
        Assert.Equal(503, (await _client.CallAsync("GET", "users/@me")).Status);
        _simulator.Faults.Delay("POST /channels", TimeSpan.FromSeconds(30));
        var late = SendAsync(_channel);
        await DiscordSimulator.Until(() => _simulator.MessagesIn(_channel).Count == 1, "the call is carried out");
        await DiscordSimulator.Until(() => { _time.Advance(TimeSpan.FromSeconds(30)); return late.IsCompleted; }, "the late answer");
        Assert.Equal(200, (await late).Status);
        Assert.Single(_simulator.Journal.Calls($"POST /channels/{_channel.Id}/messages"));
    }

    private Task<(int Status, JsonNode? Body)> SendAsync(SimChannel to) => _client.CallAsync("POST", $"channels/{to.Id}/messages", new JsonObject { ["content"] = "a" });
}
