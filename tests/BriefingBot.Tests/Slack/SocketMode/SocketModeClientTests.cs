using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Slack;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.SocketMode;

public sealed class SocketModeClientTests
{
    [Fact]
    public async Task An_envelope_is_acknowledged_once_it_is_handled_and_not_before()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        var (begun, release) = Hold(run);

        await SocketRun.EventAsync(peer, "e1");
        await begun.Task.WaitAsync(SocketPeer.Patience);
        var acknowledged = SocketRun.AssertAcknowledgesAsync(peer, "e1");
        Assert.False(acknowledged.IsCompleted);

        release.SetResult();
        await acknowledged;
    }

    [Fact]
    public async Task One_that_takes_its_time_holds_up_no_other()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        run.Handler = async (envelope, _) =>
        {
            if (envelope.Id != "slow") return;
            begun.SetResult();
            await release.Task;
        };

        await SocketRun.EventAsync(peer, "slow");
        await begun.Task.WaitAsync(SocketPeer.Patience);
        await SocketRun.EventAsync(peer, "quick");
        await SocketRun.AssertAcknowledgesAsync(peer, "quick");

        release.SetResult();
        await SocketRun.AssertAcknowledgesAsync(peer, "slow");
    }

    [Fact]
    public async Task An_envelope_arrives_with_its_payload_and_how_often_it_came_before()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();

        await peer.SayAsync("""{"envelope_id":"e1","type":"events_api","payload":{"event_id":"Ev1"},"retry_attempt":2,"retry_reason":"timeout"}""");
        await peer.SayAsync("""{"envelope_id":"e2","type":"slash_commands","payload":{"command":"/ask"},"accepts_response_payload":true}""");
        await peer.SayAsync("""{"envelope_id":"e3","type":"interactive","payload":{"type":"block_actions"}}""");

        var (happened, asked, clicked) = (await run.DeliveredAsync(), await run.DeliveredAsync(), await run.DeliveredAsync());
        Assert.Equal(("e1", Envelope.Events, 2, "timeout"), (happened.Id, happened.Type, happened.RetryAttempt, happened.RetryReason));
        Assert.Equal("Ev1", happened.Payload.GetProperty("event_id").GetString());
        Assert.Equal((Envelope.SlashCommand, 0), (asked.Type, asked.RetryAttempt));
        Assert.Equal((Envelope.Interactive, "block_actions"), (clicked.Type, clicked.Payload.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_is_of_an_unknown_type_is_acknowledged_and_not_handled()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();

        await SocketRun.AssertWorksAsync(peer, "future");
        await SocketRun.EventAsync(peer, "e1");

        Assert.Equal("e1", (await run.DeliveredAsync()).Id);
    }

    [Theory]
    [InlineData("Ping from applink-1")]
    [InlineData("{\"type\":\"ping\"}")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"envelope_id\":7}")]
    [InlineData("{\"envelope_id\":\"x\"}")]
    [InlineData("{\"envelope_id\":\"x\",\"type\":\"eve")]
    public async Task What_makes_no_sense_does_not_stop_it(string nonsense)
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();

        await peer.SayAsync(nonsense);

        await SocketRun.AssertWorksAsync(peer, "e1");
    }

    [Fact]
    public async Task What_could_not_be_handled_is_not_acknowledged_and_the_rest_goes_on()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        run.Handler = (envelope, _) => envelope.Id == "e1" ? throw new IOException("disk full") : ValueTask.CompletedTask;

        await SocketRun.EventAsync(peer, "e1");
        await SocketRun.EventAsync(peer, "e2");

        await SocketRun.AssertAcknowledgesAsync(peer, "e2");
        Assert.Contains(run.Log.Messages, m => m.Contains("e1", StringComparison.Ordinal) && m.Contains("not acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_takes_longer_than_Slack_waits_is_noted_and_still_acknowledged()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        var (begun, release) = Hold(run);
        await SocketRun.EventAsync(peer, "e1");
        await begun.Task.WaitAsync(SocketPeer.Patience);

        run.Time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Empty(run.Log.Messages);
        run.Time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Contains("e1", Assert.Single(run.Log.Messages), StringComparison.Ordinal);
        release.SetResult();
        await SocketRun.AssertAcknowledgesAsync(peer, "e1");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public async Task Asked_to_it_opens_the_next_socket_before_it_leaves_the_one_it_has(string reason)
    {
        await using var run = await SocketRun.StartAsync();
        var first = await run.OpenAsync();

        await DisconnectAsync(first, reason);
        await run.Time.PassAsync(0.5, 1);
        var second = await run.Server.NextAsync();
        await SocketRun.AssertWorksAsync(first, "meanwhile");
        await SocketRun.HelloAsync(second);

        Assert.Equal(1000, await first.LeftAsync());
        await SocketRun.AssertWorksAsync(second, "after");
        Assert.Equal(["/link/?ticket=1", "/link/?ticket=2"], [first.Address, second.Address]);
    }

    [Fact]
    public async Task A_socket_that_was_good_for_a_while_is_replaced_at_once()
    {
        await using var run = await SocketRun.StartAsync();
        var first = await run.OpenAsync();
        run.Time.Advance(SocketRunner.Stable);

        await DisconnectAsync(first, "refresh_requested");

        await run.OpenAsync();
    }

    [Fact]
    public async Task What_the_old_socket_has_begun_is_acknowledged_before_it_is_left()
    {
        await using var run = await SocketRun.StartAsync();
        var first = await run.OpenAsync();
        var (begun, release) = Hold(run);
        await DisconnectAsync(first, "warning");
        await SocketRun.EventAsync(first, "e1");
        await begun.Task.WaitAsync(SocketPeer.Patience);

        await run.Time.PassAsync(0.5, 1);
        var second = await run.Server.NextAsync();
        await SocketRun.HelloAsync(second);
        await SocketRun.AssertWorksAsync(second, "listening");
        release.SetResult();

        await SocketRun.AssertAcknowledgesAsync(first, "e1");
        Assert.Equal(1000, await first.LeftAsync());
    }

    [Fact]
    public async Task A_socket_that_cannot_be_replaced_yet_goes_on()
    {
        await using var run = await SocketRun.StartAsync();
        var first = await run.OpenAsync();
        await DisconnectAsync(first, "warning");
        await run.Time.PassAsync(0.5, 1);

        (await run.Server.NextAsync()).Abort();
        await run.Time.PassAsync(1, 2);
        var third = await run.Server.NextAsync();

        await SocketRun.AssertWorksAsync(first, "still here");
        await SocketRun.HelloAsync(third);
        Assert.Equal(1000, await first.LeftAsync());
    }

    [Fact]
    public async Task With_too_many_sockets_it_waits_longer_each_time()
    {
        await using var run = await SocketRun.StartAsync();

        foreach (var (from, to) in new[] { (0.5, 1), (1.0, 2) })
        {
            var peer = await run.Server.NextAsync();
            await DisconnectAsync(peer, "too_many_websockets");
            Assert.Equal(1000, await peer.LeftAsync());
            await run.Time.PassAsync(from, to);
        }

        await run.OpenAsync();
    }

    [Fact]
    public async Task Socket_Mode_switched_off_ends_it_and_says_what_to_do()
    {
        await using var run = await SocketRun.StartAsync(connections: 2);
        var (one, other) = (await run.OpenAsync(), await run.OpenAsync());

        await DisconnectAsync(one, "link_disabled");

        var left = Task.WhenAll(one.LeftAsync(), other.LeftAsync());
        var ended = await Assert.ThrowsAsync<SlackException>(() => run.Client.WaitAsync(SocketPeer.Patience));
        Assert.Contains("Socket Mode", ended.Message, StringComparison.Ordinal);
        Assert.Equal([1000, 1000], await left);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    [InlineData("account_inactive")]
    public async Task A_token_that_Slack_does_not_accept_ends_it_and_says_which(string code)
    {
        await using var run = await SocketRun.StartAsync(connections: 1, api => api.Then(200, $$"""{"ok":false,"error":"{{code}}"}"""));

        var ended = await Assert.ThrowsAsync<SlackException>(() => run.Client.WaitAsync(SocketPeer.Patience));

        Assert.Contains("Slack:AppToken", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Slack_is_away_it_keeps_asking()
    {
        await using var run = await SocketRun.StartAsync(connections: 1, api =>
        {
            for (var i = 0; i < ApiClient.MaxRetries + 1; i++) api.Then(503, "");
        });

        for (var i = 0; i < ApiClient.MaxRetries + 1; i++) await run.Time.PassAsync(0.01, 10);

        await run.OpenAsync();
    }

    [Fact]
    public async Task A_limit_on_opening_sockets_is_kept_to()
    {
        await using var run = await SocketRun.StartAsync(connections: 1, api => api.Then(429, "", ("Retry-After", "90")));

        await run.Time.PassAsync(89, 91);

        await run.OpenAsync();
    }

    [Fact]
    public async Task A_socket_that_breaks_or_is_closed_is_replaced_soon_however_often()
    {
        await using var run = await SocketRun.StartAsync();
        (await run.OpenAsync()).Abort();
        await run.Time.PassAsync(0.5, 1);

        await (await run.OpenAsync()).CloseAsync(1001);
        await run.Time.PassAsync(0.5, 1);

        await run.OpenAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_say_hello_is_left()
    {
        await using var run = await SocketRun.StartAsync();
        await run.Server.NextAsync();

        // One for connecting, one for the hello.
        await run.Time.WaitAsync(30, 30);
        await run.Time.PassAsync(30, 30);
        await run.Time.PassAsync(0.5, 1);

        await run.OpenAsync();
    }

    [Fact]
    public async Task Each_of_several_sockets_lives_for_itself()
    {
        await using var run = await SocketRun.StartAsync(connections: 3);
        var peers = new[] { await run.OpenAsync(), await run.OpenAsync(), await run.OpenAsync() };

        peers[0].Abort();
        await run.Time.PassAsync(0.5, 1);
        var next = await run.OpenAsync();

        foreach (var peer in new[] { peers[1], peers[2], next })
        {
            await SocketRun.EventAsync(peer, peer.Address);
            await SocketRun.AssertAcknowledgesAsync(peer, peer.Address);
        }
    }

    [Fact]
    public async Task Stopped_it_acknowledges_what_it_has_begun_and_says_good_bye()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        var (begun, release) = Hold(run);
        await SocketRun.EventAsync(peer, "e1");
        await begun.Task.WaitAsync(SocketPeer.Patience);

        await run.StopAsync();
        await run.Time.WaitAsync(3, 3);
        await run.Time.WaitAsync(3, 3);
        release.SetResult();

        await SocketRun.AssertAcknowledgesAsync(peer, "e1");
        Assert.Equal(1000, await peer.LeftAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Client.WaitAsync(SocketPeer.Patience));
    }

    [Fact]
    public async Task Stopped_it_waits_for_a_handler_no_longer_than_Slack_would()
    {
        await using var run = await SocketRun.StartAsync();
        var peer = await run.OpenAsync();
        var begun = new TaskCompletionSource();
        run.Handler = async (_, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        };
        await SocketRun.EventAsync(peer, "e1");
        await begun.Task.WaitAsync(SocketPeer.Patience);

        var left = peer.LeftAsync();
        await run.StopAsync();
        // The watch over the handler's time began with the envelope, that over its end begins now.
        await run.Time.WaitAsync(3, 3);
        await run.Time.PassAsync(3, 3);

        Assert.Equal(1000, await left);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Client.WaitAsync(SocketPeer.Patience));
    }

    [Fact]
    public async Task A_socket_that_shows_no_sign_of_life_is_dropped_and_replaced()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new ObservedTime();
        var api = new ScriptedApi();
        for (var i = 0; i < 2; i++) api.Then(200, $$"""{"ok":true,"url":"ws://{{listener.LocalEndpoint}}"}""");
        using var http = new HttpClient(api);
        var options = new SlackOptions { AppToken = "xapp-secret", BaseUrl = "http://slack.test/api", Connections = 1 };
        var slack = new SlackWebApi(http, options, time, NullLogger<SlackWebApi>.Instance);
        using var stop = new CancellationTokenSource();
        var client = new SocketModeClient(slack, options, time, NullLogger<SocketModeClient>.Instance) { Ping = TimeSpan.FromMilliseconds(50) }.RunAsync((_, _) => default, stop.Token);

        using var dead = await AcceptAsync(listener);
        await time.PassAsync(0.5, 1);
        using var next = await AcceptAsync(listener);

        await stop.CancelAsync();
        dead.Close();
        next.Close();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.WaitAsync(SocketPeer.Patience));
    }

    /// <summary>Shakes hands and says hello; from then on it is as if the line were cut.</summary>
    private static async Task<TcpClient> AcceptAsync(TcpListener listener)
    {
        var client = await listener.AcceptTcpClientAsync().WaitAsync(SocketPeer.Patience);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var key = "";
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)) key = line.Split(':')[1].Trim();
        }

#pragma warning disable CA5350 // The handshake of RFC 6455 asks for SHA-1.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        var hello = """{"type":"hello"}"""u8.ToArray();
        byte[] frame = [0x81, (byte)hello.Length, .. hello];
        await stream.WriteAsync(frame);
        return client;
    }

    private static Task DisconnectAsync(SocketPeer peer, string reason) => peer.SayAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-1"}}""");

    private static (TaskCompletionSource Begun, TaskCompletionSource Release) Hold(SocketRun run)
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        run.Handler = async (_, _) =>
        {
            begun.TrySetResult();
            await release.Task;
        };
        return (begun, release);
    }
}
