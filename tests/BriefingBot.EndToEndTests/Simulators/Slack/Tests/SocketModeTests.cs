using System.Net.Sockets;
using System.Text;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class SocketModeTests : SlackTest
{
    [Fact]
    public async Task Says_hello_and_sends_what_happens_until_it_is_acknowledged()
    {
        var hello = await Client.ConnectAsync();
        Assert.Equal((1, Slack.AppId), (hello["num_connections"].AsInt(), hello["connection_info"]!["app_id"].AsString()));

        Slack.UserSays(News, Reader, "hello");
        var envelope = await Client.NextAsync("events_api");
        Assert.Equal((0, "", false), (envelope["retry_attempt"].AsInt(), envelope["retry_reason"].AsString(), envelope["accepts_response_payload"].AsBool()));
        Assert.Single(Slack.Unacknowledged);
        await Client.AcknowledgeAsync(envelope);
        await SlackSimulator.Until(() => Slack.Unacknowledged.Count == 0, "the acknowledgement");
    }

    [Fact]
    public async Task An_event_that_is_not_acknowledged_comes_again_at_once_then_after_one_and_after_five_minutes()
    {
        await Client.ConnectAsync();
        Slack.UserSays(News, Reader, "hello");
        var ids = new List<string?>();
        foreach (var wait in (int[])[0, 60, 300])
        {
            ids.Add((await Client.NextAsync("events_api"))["payload"]!["event_id"].AsString());
            Time.Advance(TimeSpan.FromSeconds(3));
            Time.Advance(TimeSpan.FromSeconds(wait));
        }

        var last = await Client.NextAsync("events_api");
        Assert.Equal((3, "timeout"), (last["retry_attempt"].AsInt(), last["retry_reason"].AsString()));
        Assert.Single(ids.Append(last["payload"]!["event_id"].AsString()).Distinct());
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(Assert.Single(Slack.Deliveries).IsGivenUp);
    }

    [Fact]
    public async Task What_a_dead_socket_did_not_acknowledge_goes_to_another_one()
    {
        await Client.ConnectAsync();
        Slack.UserSays(News, Reader, "hello");
        await Client.NextAsync("events_api");
        await using var second = new RawClient(Slack);
        await second.ConnectAsync();
        await Client.DisposeAsync();
        var again = await second.NextAsync("events_api");
        Assert.Equal((1, "connection_closed"), (again["retry_attempt"].AsInt(), again["retry_reason"].AsString()));
    }

    [Fact]
    public async Task With_no_socket_open_an_event_waits_for_its_next_retry_and_an_action_fails()
    {
        Slack.UserSays(News, Reader, "hello");
        Assert.True(Slack.UserRunsCommand(News, Reader, "/briefing").IsGivenUp);
        await Client.ConnectAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("connection_failed", (await Client.NextAsync("events_api"))["retry_reason"].AsString());
    }

    [Fact]
    public async Task Sockets_take_turns()
    {
        await using var second = new RawClient(Slack);
        await Client.ConnectAsync();
        Assert.Equal(2, (await second.ConnectAsync())["num_connections"].AsInt());
        Slack.UserSays(News, Reader, "one");
        Slack.UserSays(News, Reader, "two");
        var texts = new[] { await Client.NextAsync("events_api"), await second.NextAsync("events_api") }.Select(envelope => envelope["payload"]!["event"]!["text"].AsString());
        Assert.Equal(["one", "two"], texts.Order());
    }

    [Fact]
    public async Task An_eleventh_socket_is_one_too_many()
    {
        await using var clients = new Clients(Slack);
        for (var i = 0; i < 10; i++) await clients.AddAsync();
        var eleventh = await clients.AddAsync();
        Assert.Equal("too_many_websockets", (await eleventh.NextAsync("disconnect"))["reason"].AsString());
        Assert.Equal(10, Slack.SocketsOnline);
    }

    [Theory]
    [InlineData("refresh_requested")]
    [InlineData("link_disabled")]
    public async Task Asked_to_go_a_socket_gets_nothing_new_beside_another_one_and_is_closed_in_the_end(string reason)
    {
        await Client.ConnectAsync();
        Slack.Disconnect(reason);
        Assert.Equal(reason, (await Client.NextAsync("disconnect"))["reason"].AsString());
        await using var second = new RawClient(Slack);
        await second.ConnectAsync();
        Slack.UserSays(News, Reader, "hello");
        await second.NextAsync("events_api");
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(await Client.ReadAsync());
    }

    [Fact]
    public async Task After_a_warning_the_socket_goes_on()
    {
        await Client.ConnectAsync();
        Slack.Disconnect("warning");
        await Client.NextAsync("disconnect");
        Slack.UserSays(News, Reader, "hello");
        await Client.NextAsync("events_api");
        Assert.Equal(1, Slack.SocketsOnline);
    }

    [Fact]
    public async Task Anything_can_be_sent_and_any_event_dispatched()
    {
        await Client.ConnectAsync();
        Slack.Send(Json("""{"type":"novelty"}"""));
        await Client.NextAsync("novelty");
        Slack.Dispatch(Json("""{"type":"app_uninstalled"}"""));
        Assert.Equal("app_uninstalled", (await Client.NextAsync("events_api"))["payload"]!["event"]!["type"].AsString());
    }

    [Fact]
    public async Task Sockets_are_pinged()
    {
        await using var slack = await SlackSimulator.StartAsync(new SimulatorSettings { PingInterval = TimeSpan.FromMilliseconds(50) });
        await using var client = new RawClient(slack);
        var url = new Uri(await client.OpenUrlAsync());
        using var line = new TcpClient(url.Host, url.Port);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));

        // Everything else on this line is ASCII or a text frame (0x81), so the byte that begins a ping stands out.
        const int ping = 0x89;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[4096];
        while (!buffer.AsSpan(0, await stream.ReadAsync(buffer, patience.Token)).Contains((byte)ping)) { }
    }

    private sealed class Clients(SlackSimulator slack) : IAsyncDisposable
    {
        private readonly List<RawClient> _all = [];

        public async Task<RawClient> AddAsync()
        {
            var client = new RawClient(slack);
            _all.Add(client);
            await client.ConnectAsync();
            return client;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var client in _all) await client.DisposeAsync();
        }
    }
}
