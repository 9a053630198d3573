using System.Net.WebSockets;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class FaultTests : SlackTest
{
    [Fact]
    public async Task A_refused_call_does_nothing()
    {
        Slack.Faults.Refuse("chat.postMessage", "internal_error");
        Assert.Equal("internal_error", await Client.ErrorAsync("chat.postMessage", InNews("""{"text":"x"}""")));
        Assert.Empty(Slack.Answers(News));
        await Client.PostAsync(News.Id, "x");
    }

    [Fact]
    public async Task A_failed_call_has_an_http_status()
    {
        Slack.Faults.Fail("chat.postMessage", 503);
        await Client.CallAsync("chat.postMessage", InNews("""{"text":"x"}"""));
        Assert.Equal(503, Client.Status);
        Assert.Empty(Slack.Answers(News));
    }

    [Fact]
    public async Task A_lost_response_was_carried_out()
    {
        Slack.Faults.LoseResponse("chat.postMessage");
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.PostAsync(News.Id, "x"));
        Assert.Single(Slack.Answers(News));

        var url = Slack.UserRunsCommand(News, Reader, "/briefing").ResponseUrl!;
        Slack.Faults.LoseResponse("response_url");
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.RespondAsync(url, Json("""{"text":"x"}""")));
        Assert.Single(Slack.EphemeralsFor(Reader));
    }

    [Fact]
    public async Task A_slow_response_waits_for_the_clock()
    {
        Slack.Faults.Delay("chat.postMessage", TimeSpan.FromSeconds(5));
        var posting = Client.PostAsync(News.Id, "x");
        await SlackSimulator.Until(() => Slack.Answers(News).Count == 1, "the message");
        Assert.False(posting.IsCompleted);
        await SlackSimulator.Until(() => Advanced(posting, TimeSpan.FromSeconds(1)), "the answer");
        await posting;
    }

    [Fact]
    public async Task An_envelope_is_doubled_under_the_same_id()
    {
        await Client.ConnectAsync();
        Slack.Faults.DuplicateEnvelopes = true;
        Slack.UserSays(News, Reader, "x");
        var (first, second) = (await Client.NextAsync("events_api"), await Client.NextAsync("events_api"));
        Assert.Equal(first["envelope_id"].AsString(), second["envelope_id"].AsString());
    }

    [Fact]
    public async Task A_late_or_lost_acknowledgement_makes_the_event_come_again()
    {
        await Client.ConnectAsync();
        Slack.Faults.AcknowledgementDelay = TimeSpan.FromSeconds(4);
        Slack.UserSays(News, Reader, "x");
        await AcknowledgeAndWaitAsync();
        Assert.Equal(1, (await Client.NextAsync("events_api"))["retry_attempt"].AsInt());

        Slack.Faults.AcknowledgementDelay = TimeSpan.Zero;
        Slack.Faults.LoseAcknowledgements();
        Slack.UserSays(News, Reader, "y");
        await AcknowledgeAndWaitAsync();
        await SlackSimulator.Until(() => Slack.Deliveries[1].Attempts == 2, "the second attempt");
    }

    [Fact]
    public async Task Triggers_expire_at_once()
    {
        Slack.Faults.ExpiredTriggers = true;
        var trigger = Slack.UserRunsCommand(News, Reader, "/briefing").TriggerId;
        Assert.Equal("expired_trigger_id", await Client.ErrorAsync("views.open", Json($$"""{"trigger_id":"{{trigger}}","view":{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[] } }""")));
    }

    [Fact]
    public async Task Sockets_are_refused_or_cut()
    {
        Slack.Faults.RefuseSockets = true;
        await Assert.ThrowsAsync<WebSocketException>(() => Client.ConnectAsync());
        Slack.Faults.RefuseSockets = false;
        await using var second = new RawClient(Slack);
        await second.ConnectAsync();
        Slack.DropSockets();
        await Assert.ThrowsAsync<WebSocketException>(() => second.ReadAsync());
        await using var third = new RawClient(Slack);
        await third.ConnectAsync();
        Slack.CloseSockets();
        Assert.Null(await third.ReadAsync());
    }

    [Fact]
    public async Task Streams_are_cut_short()
    {
        var dm = Slack.DirectMessage(Reader);
        var started = await Client.CallAsync("chat.startStream", Json($$"""{"channel":"{{dm.Id}}","thread_ts":"{{Slack.UserSays(dm, Reader, "x").Ts}}"}"""));
        Slack.ExpireStreams();
        Assert.Equal("message_not_in_streaming_state", await Client.ErrorAsync("chat.stopStream", Json($$"""{"channel":"{{dm.Id}}","ts":"{{started["ts"]}}"}""")));
    }

    [Fact]
    public async Task Answers_carry_fields_that_nobody_documented()
    {
        Slack.Faults.UnknownFields = true;
        Assert.NotNull((await Client.CallAsync("auth.test"))["simulated_field"]);
        await Client.ConnectAsync();
        Slack.UserSays(News, Reader, "x");
        Assert.NotNull((await Client.NextAsync("events_api"))["simulated_field"]);
    }

    private async Task AcknowledgeAndWaitAsync()
    {
        var before = Slack.Journal.Of(Traffic.SocketIn).Count;
        await Client.AcknowledgeAsync(await Client.NextAsync("events_api"));
        await SlackSimulator.Until(() => Slack.Journal.Of(Traffic.SocketIn).Count > before, "the acknowledgement");
        Time.Advance(TimeSpan.FromSeconds(3));
    }

    private bool Advanced(Task task, TimeSpan step)
    {
        if (!task.IsCompleted) Time.Advance(step);
        return task.IsCompleted;
    }
}
