using System.Text.Json;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord;

public sealed class GatewayClientTests
{
    private static readonly Shard Only = new(0, 1);

    [Fact]
    public async Task A_new_session_says_who_it_is_and_what_it_wants_to_hear()
    {
        await using var run = await GatewayRun.StartAsync(GatewayRun.Plain with { MessageContent = true });
        var peer = await run.Server.NextAsync();

        var identify = (await peer.GreetAsync()).GetProperty("d");

        Assert.Equal("/?v=10&encoding=json", peer.Address);
        Assert.Equal(GatewayRun.Token, identify.GetProperty("token").GetString());
        Assert.Equal((1 << 0) | (1 << 9) | (1 << 12) | (1 << 15), identify.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", identify.GetProperty("shard").GetRawText());
        Assert.Equal(["os", "browser", "device"], identify.GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Heartbeats_begin_at_a_random_part_of_the_interval_and_carry_the_last_event_that_is_safe()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.Server.NextAsync();
        await peer.GreetAsync();
        run.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("""{"op":1,"d":null}""", (await peer.HearAsync()).GetRawText());
        await peer.SayAsync("""{"op":11}""");

        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        run.Handler = async (dispatch, _) =>
        {
            if (dispatch is not MessageCreated) return;
            begun.SetResult();
            await release.Task;
        };
        await peer.EventAsync(5, "READY", """{"user":{"id":"1","username":"briefings"},"session_id":"session","resume_gateway_url":"ws://127.0.0.1:1"}""");
        await peer.MessageAsync(6, "not handled yet");
        await begun.Task.WaitAsync(GatewayPeer.Patience);
        run.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("""{"op":1,"d":5}""", (await peer.HearAsync()).GetRawText());
        release.SetResult();
    }

    [Fact]
    public async Task Discord_may_ask_for_a_heartbeat_at_any_time()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        await peer.MessageAsync(4, "hello");

        await peer.SayAsync("""{"op":1,"d":null}""");

        Assert.Equal("""{"op":1,"d":4}""", (await peer.HearAsync()).GetRawText());
    }

    [Fact]
    public async Task A_connection_that_does_not_acknowledge_is_left_and_its_session_resumed()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        // Answered once READY is dealt with; as long as it is not, a missing acknowledgement says nothing.
        await peer.SayAsync("""{"op":1,"d":null}""");
        Assert.Equal(1, (await peer.HearAsync()).GetProperty("op").GetInt32());
        run.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, (await peer.HearAsync()).GetProperty("op").GetInt32());

        run.Time.Advance(TimeSpan.FromSeconds(40));

        // Cutting the link keeps the session, too; only these two codes would end it.
        Assert.NotInRange(await peer.LeftAsync() ?? CloseCode.Leaving, 1000, 1001);
        // It had been good for a minute, so there is nothing to wait for.
        await AssertResumesAsync(run, sequence: 1, atOnce: true);
    }

    [Fact]
    public async Task A_handler_that_takes_long_is_not_taken_for_a_dead_connection()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        run.Handler = async (_, _) =>
        {
            begun.TrySetResult();
            await release.Task;
        };
        await peer.MessageAsync(2, "long");
        await begun.Task.WaitAsync(GatewayPeer.Patience);

        foreach (var seconds in new[] { 20, 40, 40 })
        {
            run.Time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal("""{"op":1,"d":1}""", (await peer.HearAsync()).GetRawText());
        }

        release.SetResult();
        Assert.IsType<MessageCreated>(await run.DeliveredAsync());
    }

    [Fact]
    public async Task A_server_that_does_not_say_hello_is_left()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.Server.NextAsync();

        // One for connecting, one for the hello.
        await run.Time.WaitAsync(30, 30);
        await run.Time.PassAsync(30, 30);

        Assert.Equal(CloseCode.Leaving, await peer.LeftAsync());
        await run.Time.PassAsync(0.5, 1);
        await run.Server.NextAsync();
    }

    [Fact]
    public async Task Asked_to_reconnect_it_resumes_at_the_address_that_Discord_named()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        await peer.MessageAsync(2, "hello");
        Assert.IsType<MessageCreated>(await run.DeliveredAsync());
        await run.SavedAsync(2);

        await peer.SayAsync("""{"op":7,"d":null}""");

        Assert.Equal(CloseCode.Leaving, await peer.LeftAsync());
        var again = await AssertResumesAsync(run, sequence: 2);
        await again.MessageAsync(3, "missed");
        Assert.Equal("missed", Assert.IsType<MessageCreated>(await run.DeliveredAsync()).Message.Content);
        await again.EventAsync(4, "RESUMED", "{}");
        Assert.IsType<SessionResumed>(await run.DeliveredAsync());
    }

    [Fact]
    public async Task An_invalid_session_is_resumed_where_it_can_be()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.SayAsync("""{"op":9,"d":true}""");

        await AssertResumesAsync(run, sequence: 1);
    }

    [Fact]
    public async Task An_invalid_session_that_cannot_be_resumed_is_forgotten_and_a_new_one_begun_not_too_soon()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.SayAsync("""{"op":9,"d":false}""");

        await run.Time.PassAsync(0.5, 1);
        await run.Time.PassAsync(4, 5);
        var fresh = await run.Server.NextAsync();
        Assert.Equal("/?v=10&encoding=json", fresh.Address);
        Assert.Equal(2, (await fresh.GreetAsync()).GetProperty("op").GetInt32());
        Assert.Empty(run.Sessions.Sessions);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(4008)]
    public async Task A_connection_that_Discord_closes_is_resumed(int code)
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.CloseAsync(code);

        await AssertResumesAsync(run, sequence: 1);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_resumed()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        peer.Abort();

        await AssertResumesAsync(run, sequence: 1);
    }

    [Fact]
    public async Task A_session_that_timed_out_is_begun_anew()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.CloseAsync(4009);

        await run.Time.PassAsync(0.5, 1);
        await run.Time.PassAsync(4, 5);
        Assert.Equal(2, (await (await run.Server.NextAsync()).GreetAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task A_refusal_for_good_ends_the_run_and_says_what_to_change()
    {
        await using var run = await GatewayRun.StartAsync(GatewayRun.Plain with { MessageContent = true });
        var peer = await run.Server.NextAsync();
        await peer.GreetAsync();

        await peer.CloseAsync(4014);

        var refusal = await Assert.ThrowsAsync<DiscordException>(() => run.Client.WaitAsync(GatewayPeer.Patience));
        Assert.Equal(4014, refusal.Code);
        Assert.Contains("Discord:MessageContent", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(GatewayRun.Token, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, nameof(Recovery.Resume))]
    [InlineData(1000, nameof(Recovery.Resume))]
    [InlineData(1001, nameof(Recovery.Resume))]
    [InlineData(1006, nameof(Recovery.Resume))]
    [InlineData(4000, nameof(Recovery.Resume))]
    [InlineData(4001, nameof(Recovery.Resume))]
    [InlineData(4002, nameof(Recovery.Resume))]
    [InlineData(4003, nameof(Recovery.Resume))]
    [InlineData(4004, nameof(Recovery.Stop))]
    [InlineData(4005, nameof(Recovery.Resume))]
    [InlineData(4007, nameof(Recovery.Identify))]
    [InlineData(4008, nameof(Recovery.Resume))]
    [InlineData(4009, nameof(Recovery.Identify))]
    [InlineData(4010, nameof(Recovery.Stop))]
    [InlineData(4011, nameof(Recovery.Stop))]
    [InlineData(4012, nameof(Recovery.Stop))]
    [InlineData(4013, nameof(Recovery.Stop))]
    [InlineData(4014, nameof(Recovery.Stop))]
    [InlineData(4999, nameof(Recovery.Resume))]
    public void Each_close_code_has_its_consequence(int? code, string recovery)
    {
        var end = CloseCode.Explain(code, new DiscordOptions());

        Assert.Equal((recovery, code), (end.Recovery.ToString(), end.Code));
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_last_run_stopped()
    {
        var memory = new GatewayRun.SessionMemory();
        await using var server = await SocketServer<GatewayPeer>.StartAsync((socket, address, abort) => new GatewayPeer(socket, address, abort));
        memory.Sessions[Only] = new GatewaySession("session", $"{server.Url}/resume", 42, (int)GatewayRun.Plain.Intents);

        await using var run = await GatewayRun.StartAsync(sessions: memory);
        var peer = await server.NextAsync();

        Assert.Equal(42, (await peer.GreetAsync()).GetProperty("d").GetProperty("seq").GetInt64());
        await run.StopAsync();
        Assert.NotInRange(await peer.LeftAsync() ?? 4000, 1000, 1001);
        Assert.Equal(42, memory.Sessions[Only].Sequence);
    }

    [Fact]
    public async Task A_session_with_other_intents_is_not_gone_on_with()
    {
        var memory = new GatewayRun.SessionMemory();
        memory.Sessions[Only] = new GatewaySession("session", "ws://127.0.0.1:1", 42, 1);

        await using var run = await GatewayRun.StartAsync(sessions: memory);

        Assert.Equal(2, (await (await run.Server.NextAsync()).GreetAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task An_address_for_resuming_that_cannot_be_reached_gives_way_to_the_gateways_own()
    {
        var memory = new GatewayRun.SessionMemory();
        memory.Sessions[Only] = new GatewaySession("session", "ws://127.0.0.1:1", 42, (int)GatewayRun.Plain.Intents);

        await using var run = await GatewayRun.StartAsync(sessions: memory);
        for (var failures = 1; failures <= ShardRunner.MaxFailuresAtResumeUrl; failures++) await run.Time.PassAsync(0.5, 4.5);

        var resume = await (await run.Server.NextAsync()).GreetAsync();
        Assert.Equal((6, "session"), (resume.GetProperty("op").GetInt32(), resume.GetProperty("d").GetProperty("session_id").GetString()));
    }

    [Fact]
    public async Task An_event_whose_handler_fails_is_delivered_again_and_given_up_in_the_end()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        await run.SavedAsync(1);
        var deliveries = 0;
        run.Handler = (dispatch, _) => dispatch is MessageCreated { Message.Content: "poison" } && ++deliveries > 0 ? throw new InvalidOperationException("No.") : ValueTask.CompletedTask;
        await peer.MessageAsync(2, "poison");

        for (var i = 1; i < ShardRunner.MaxDeliveries; i++)
        {
            await peer.LeftAsync();
            Assert.Equal(1, run.Sessions.Sessions[Only].Sequence);
            await run.Time.PassAsync(0.5, 14);
            peer = await run.Server.NextAsync();
            Assert.Equal(6, (await peer.GreetAsync()).GetProperty("op").GetInt32());
            await peer.MessageAsync(2, "poison");
        }

        await peer.MessageAsync(3, "good");
        Assert.Equal("good", Assert.IsType<MessageCreated>(await run.DeliveredAsync()).Message.Content);
        Assert.Equal(ShardRunner.MaxDeliveries, deliveries);
    }

    [Fact]
    public async Task What_is_unknown_or_malformed_stays_raw_and_does_no_harm()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.SayAsync("""{"op":99,"d":{"x":1}}""");
        await peer.EventAsync(2, "SOMETHING_NEW", """{"x":[1]}""");
        await peer.EventAsync(3, "MESSAGE_CREATE", """{"id":{}}""");
        await peer.EventAsync(4, "GUILD_CREATE", """{"id":"3","name":"Desk","channels":[{"id":"7","type":99}],"threads":null,"new":1}""");
        await peer.EventAsync(5, "THREAD_DELETE", """{"id":"8","type":11,"parent_id":"7","guild_id":"3"}""");
        await peer.EventAsync(6, "INTERACTION_CREATE", """{"id":"11","application_id":"1","type":3,"token":"t","version":1,"data":{"custom_id":"quotes","component_type":2}}""");

        Assert.Equal("SOMETHING_NEW", Assert.IsType<OtherDispatch>(await run.DeliveredAsync()).Name);
        Assert.Equal(JsonValueKind.Object, Assert.IsType<OtherDispatch>(await run.DeliveredAsync()).Data.ValueKind);
        Assert.Equal("Desk", Assert.IsType<GuildCreated>(await run.DeliveredAsync()).Guild.Name);
        Assert.Equal(Change.Deleted, Assert.IsType<ChannelChanged>(await run.DeliveredAsync()).Change);
        Assert.Equal("quotes", Assert.IsType<InteractionCreated>(await run.DeliveredAsync()).Interaction.Data?.CustomId);
        await run.SavedAsync(6);
    }

    [Fact]
    public async Task Something_that_is_no_payload_ends_the_connection_but_not_the_session()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();

        await peer.SayAsync("{\"op\":");

        await AssertResumesAsync(run, sequence: 1);
    }

    [Fact]
    public async Task A_compressed_stream_is_read_across_payloads_and_frames()
    {
        await using var run = await GatewayRun.StartAsync(GatewayRun.Plain with { Compression = true });
        var peer = await run.Server.NextAsync();
        Assert.Equal("/?v=10&encoding=json&compress=zlib-stream", peer.Address);
        await peer.SayPackedAsync("""{"op":10,"d":{"heartbeat_interval":40000}}""");
        Assert.Equal(2, (await peer.HearAsync()).GetProperty("op").GetInt32());

        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"word{i % 977} "));
        await peer.SayPackedAsync("{\"op\":0,\"s\":1,\"t\":\"TEXT\",\"d\":{\"text\":\"" + text + "\"}}", frames: 3);
        await peer.SayPackedAsync("""{"op":0,"s":2,"t":"SHORT","d":{}}""");

        Assert.Equal(text, (await run.DeliveredAsync()).Data.GetProperty("text").GetString());
        Assert.Equal("SHORT", (await run.DeliveredAsync()).Name);
    }

    [Fact]
    public async Task Shards_identify_one_by_one_five_seconds_apart()
    {
        await using var run = await GatewayRun.StartAsync(shards: 2);

        var first = await run.Server.NextAsync();
        Assert.Equal("[0,2]", (await first.GreetAsync()).GetProperty("d").GetProperty("shard").GetRawText());
        await run.Time.PassAsync(4.9, 5);

        var second = await run.Server.NextAsync();
        Assert.Equal("[1,2]", (await second.GreetAsync()).GetProperty("d").GetProperty("shard").GetRawText());
    }

    [Fact]
    public async Task As_many_shards_identify_at_once_as_Discord_allows_and_the_setting_decides_how_many_there_are()
    {
        await using var run = await GatewayRun.StartAsync(GatewayRun.Plain with { Shards = 2 }, concurrency: 2);

        var shards = new List<string>();
        foreach (var peer in new[] { await run.Server.NextAsync(), await run.Server.NextAsync() })
        {
            shards.Add((await peer.GreetAsync()).GetProperty("d").GetProperty("shard").GetRawText());
        }

        Assert.Equal(["[0,2]", "[1,2]"], shards.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_the_days_sessions_are_used_up_it_waits_for_new_ones_instead_of_losing_its_token()
    {
        await using var run = await GatewayRun.StartAsync(remaining: 0);

        await run.Time.PassAsync(7200, 7200);

        Assert.Equal(2, (await (await run.Server.NextAsync()).GreetAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task No_more_is_sent_in_a_minute_than_Discord_takes()
    {
        await using var run = await GatewayRun.StartAsync();
        var peer = await run.ReadyAsync();
        for (var i = 0; i < 130; i++) await peer.SayAsync("""{"op":1,"d":null}""");

        // The first of them was identify.
        for (var i = 1; i < GatewaySocket.MaxSentPerMinute; i++) await peer.HearAsync();
        var next = peer.HearAsync();
        await run.Time.WaitAsync(60, 60.1);
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Discord_being_away_at_the_start_is_waited_out_and_a_refused_token_is_not()
    {
        var time = new ObservedTime();
        var api = new ScriptedApi().Then(() => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")));
        for (var i = 0; i < RestClient.MaxRetries; i++) api.Then(503);
        api.Then(401, """{"message":"401: Unauthorized","code":0}""");
        using var http = new HttpClient(api);
        var rest = new DiscordRest(http, GatewayRun.Plain, time, NullLogger<DiscordRest>.Instance);
        var run = new GatewayClient(rest, GatewayRun.Plain, new GatewayRun.SessionMemory(), time, NullLogger<GatewayClient>.Instance).RunAsync((_, _) => default, default);

        for (var i = 0; i < RestClient.MaxRetries + 1; i++) await time.PassAsync(0.01, 10);

        var refusal = await Assert.ThrowsAsync<DiscordException>(() => run.WaitAsync(GatewayPeer.Patience));
        Assert.Contains("Discord:Token", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_servers_events_come_over_one_shard_and_direct_messages_over_the_first()
    {
        var guild = new Snowflake(5ul << 22);

        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(id => new Shard(id, 4).Serves(guild)));
        Assert.True(new Shard(0, 4).Serves(null));
    }

    [Fact]
    public async Task A_payload_over_the_size_that_Discord_takes_is_not_sent()
    {
        using var socket = new GatewaySocket(false, TimeProvider.System);
        var payload = new OutgoingPayload<Resume>(GatewayOpcode.Resume, new Resume(new string('x', GatewaySocket.MaxPayloadBytes), "s", 1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => socket.SendAsync(payload, DiscordJson.Default.OutgoingPayloadResume, default));
    }

    private static async Task<GatewayPeer> AssertResumesAsync(GatewayRun run, int sequence, bool atOnce = false)
    {
        if (!atOnce) await run.Time.PassAsync(0.5, 1);
        var peer = await run.Server.NextAsync();
        var resume = await peer.GreetAsync();

        Assert.Equal("/resume?v=10&encoding=json", peer.Address);
        var asked = resume.GetProperty("d");
        Assert.Equal(
            (GatewayRun.Token, "session", sequence),
            (asked.GetProperty("token").GetString(), asked.GetProperty("session_id").GetString(), asked.GetProperty("seq").GetInt32()));
        Assert.Equal(6, resume.GetProperty("op").GetInt32());
        return peer;
    }
}
