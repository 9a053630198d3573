using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class GatewayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private DiscordSimulator _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = _time });

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Says_hello_and_acknowledges_a_heartbeat_before_identify()
    {
        await using var client = new RawClient(_simulator);
        await client.ConnectAsync();
        Assert.Equal(41_250, (await client.OpAsync(10))["d"]!["heartbeat_interval"]!.GetValue<int>());
        await client.SendAsync(1, null);
        await client.OpAsync(11);
    }

    [Fact]
    public async Task Ready_is_followed_by_the_guilds_and_by_what_people_say()
    {
        var guild = _simulator.AddGuild();
        var channel = _simulator.AddChannel(guild, "news");
        await using var client = new RawClient(_simulator);
        var ready = await client.LoginAsync();
        Assert.Equal(_simulator.ApplicationId, ready["application"]!["id"]!.GetValue<string>());
        Assert.Equal("news", (await client.EventAsync("GUILD_CREATE"))["d"]!["channels"]![0]!["name"]!.GetValue<string>());

        _simulator.UserSays(channel, _simulator.AddUser("reader"), "hello", mention: true);

        var message = await client.EventAsync("MESSAGE_CREATE");
        Assert.Equal(3, message["s"]!.GetValue<int>());
        Assert.EndsWith("hello", message["d"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(guild.Id.ToString(), message["d"]!["guild_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"op":99,"d":null}""", 4001)]
    [InlineData("""{"op":1""", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"properties":{},"shard":[2,2]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1073741824,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":32768,"properties":{}}}""", 4014)]
    public async Task A_bad_payload_closes_with_its_code(string payload, int code)
    {
        await using var client = new RawClient(_simulator);
        await client.ConnectAsync();
        await client.SendTextAsync(payload.Replace("TOKEN", _simulator.Token, StringComparison.Ordinal));
        Assert.Equal(code, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task A_payload_of_4096_bytes_is_read_and_a_longer_one_is_not()
    {
        await using var client = new RawClient(_simulator);
        await client.ConnectAsync();
        const string heartbeat = """{"op":1,"d":null}""";
        await client.SendTextAsync(heartbeat.PadRight(4096));
        await client.OpAsync(11);
        await client.SendTextAsync(heartbeat.PadRight(4097));
        Assert.Equal(4002, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task The_121st_event_in_a_minute_closes()
    {
        await using var client = new RawClient(_simulator);
        await client.ConnectAsync();
        for (var i = 0; i < 120; i++) await client.SendAsync(1, null);
        for (var i = 0; i < 120; i++) await client.OpAsync(11);
        _time.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 121; i++) await client.SendAsync(1, null);
        Assert.Equal(4008, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task Identifying_twice_closes_and_another_version_does_too()
    {
        await using var client = new RawClient(_simulator);
        await client.LoginAsync();
        await client.IdentifyAsync();
        Assert.Equal(4005, await client.CloseCodeAsync());
        await using var old = new RawClient(_simulator);
        await old.ConnectAsync("?v=6&encoding=json");
        Assert.Equal(4012, await old.CloseCodeAsync());
    }

    [Fact]
    public async Task A_bucket_may_identify_once_in_five_seconds()
    {
        await using (var first = new RawClient(_simulator)) await first.LoginAsync();
        await using var second = new RawClient(_simulator);
        await second.ConnectAsync();
        await second.IdentifyAsync();
        Assert.False((await second.OpAsync(9))["d"]!.GetValue<bool>());
        _time.Advance(TimeSpan.FromSeconds(5));
        await second.IdentifyAsync();
        await second.EventAsync("READY");
    }

    [Fact]
    public async Task Shards_of_different_buckets_identify_together_and_see_their_own_guilds()
    {
        await using var wide = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = _time, MaxConcurrency = 2, RecommendedShards = 2 });
        var odd = wide.AddGuild("odd", id: 1UL << 22);
        await using var zero = new RawClient(wide);
        await using var one = new RawClient(wide);
        Assert.Empty((await zero.LoginAsync(shard: [0, 2]))["guilds"]!.AsArray());
        Assert.Equal(odd.Id.ToString(), (await one.LoginAsync(shard: [1, 2]))["guilds"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(2, (await one.CallAsync("GET", "gateway/bot")).Body!["session_start_limit"]!["max_concurrency"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_resume_replays_what_was_missed_in_order()
    {
        var (guild, user) = (_simulator.AddGuild(), _simulator.AddUser("reader"));
        var channel = _simulator.AddChannel(guild, "news");
        await using var client = new RawClient(_simulator);
        var ready = await client.LoginAsync();
        _simulator.DropSockets();
        _simulator.UserSays(channel, user, "first", mention: true);
        _simulator.UserSays(channel, user, "second", mention: true);

        await using var again = new RawClient(_simulator);
        await again.ResumeAsync(ready, 2);

        Assert.EndsWith("first", (await again.EventAsync("MESSAGE_CREATE"))["d"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        var second = await again.EventAsync("MESSAGE_CREATE");
        Assert.Equal(4, second["s"]!.GetValue<int>());
        Assert.Equal(5, (await again.EventAsync("RESUMED"))["s"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4200, true)]
    public async Task The_clients_own_close_code_decides_whether_the_session_lives(int code, bool resumable)
    {
        await using var client = new RawClient(_simulator);
        var ready = await client.LoginAsync();
        await client.CloseAsync(code);
        await DiscordSimulator.Until(() => _simulator.SessionsOnline == 0, "the session is left");

        await using var again = new RawClient(_simulator);
        await again.ResumeAsync(ready, 1);

        if (resumable) await again.EventAsync("RESUMED");
        else Assert.False((await again.OpAsync(9))["d"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_sequence_from_the_future_closes_with_4007()
    {
        await using var client = new RawClient(_simulator);
        var ready = await client.LoginAsync();
        _simulator.DropSockets();
        await using var again = new RawClient(_simulator);
        await again.ResumeAsync(ready, 99);
        Assert.Equal(4007, await again.CloseCodeAsync());
    }

    [Theory]
    [InlineData(4000), InlineData(4008), InlineData(4009), InlineData(4011), InlineData(4012)]
    public async Task Any_close_code_can_be_sent(int code)
    {
        await using var client = new RawClient(_simulator);
        await client.LoginAsync();
        _simulator.CloseSockets(code);
        Assert.Equal(code, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task Frames_come_as_one_zlib_stream_when_asked_for()
    {
        await using var client = new RawClient(_simulator);
        await client.ConnectAsync("?v=10&encoding=json&compress=zlib-stream");
        await client.OpAsync(10);
        await client.IdentifyAsync();
        await client.EventAsync("READY");
    }

    [Fact]
    public async Task Text_is_hidden_without_the_content_intent_except_mentions_direct_messages_and_own_messages()
    {
        var (guild, user) = (_simulator.AddGuild(), _simulator.AddUser("reader"));
        var channel = _simulator.AddChannel(guild, "news");
        await using var client = new RawClient(_simulator);
        await client.LoginAsync();
        await client.CallAsync("POST", $"channels/{channel.Id}/messages", new JsonObject { ["content"] = "own" });
        _simulator.UserSays(channel, user, "plain");
        _simulator.UserSays(channel, user, "mention", mention: true);
        _simulator.UserReplies(_simulator.MessagesIn(channel)[0], user, "reply");
        _simulator.UserReplies(_simulator.MessagesIn(channel)[0], user, "silent reply", ping: false);
        _simulator.UserSays(_simulator.DirectMessage(user), user, "direct");

        var seen = new List<string>();
        while (seen.Count < 6) seen.Add((await client.EventAsync("MESSAGE_CREATE"))["d"]!["content"]!.GetValue<string>());

        Assert.Equal(["own", "", _simulator.Bot.Mention + " mention", "reply", "", "direct"], seen);
    }

    [Fact]
    public async Task With_the_content_intent_allowed_all_text_shows()
    {
        await using var open = await DiscordSimulator.StartAsync(new SimulatorSettings { Privileged = Intents.MessageContent });
        var channel = open.AddChannel(open.AddGuild(), "news");
        await using var client = new RawClient(open);
        await client.LoginAsync(Intents.GuildMessages | Intents.MessageContent);
        open.UserSays(channel, open.AddUser("reader"), "plain");
        Assert.Equal("plain", (await client.EventAsync("MESSAGE_CREATE"))["d"]!["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Faults_hold_back_acknowledgements_and_repeat_and_swap_dispatches()
    {
        var (channel, user) = (_simulator.AddChannel(_simulator.AddGuild(), "news"), _simulator.AddUser("reader"));
        await using var client = new RawClient(_simulator);
        await client.LoginAsync();
        _simulator.Faults.StopAcks = true;
        await client.SendAsync(1, 1);
        _simulator.Faults.SwapDispatches();
        _simulator.UserSays(channel, user, "a", mention: true);
        _simulator.UserSays(channel, user, "b", mention: true);
        _simulator.Faults.DuplicateDispatches = true;
        _simulator.Faults.UnknownFields = true;
        _simulator.UserSays(channel, user, "c", mention: true);
        _simulator.RequestReconnect();

        var frames = new List<JsonNode>();
        while (frames.Count == 0 || frames[^1]["op"]!.GetValue<int>() != 7) frames.Add(await client.FrameAsync(frame => frame["t"]?.GetValue<string>() != "GUILD_CREATE"));

        Assert.DoesNotContain(frames, frame => frame["op"]!.GetValue<int>() == 11);
        Assert.Equal("bacc", string.Concat(frames.Take(4).Select(frame => frame["d"]!["content"]!.GetValue<string>()[^1])));
        Assert.NotNull(frames[2]["d"]!["simulated_field"]);
    }
}
