using System.Text.Json;
using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Discord;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord.Delivery;

public sealed class DiscordPlatformTests : IDisposable
{
    private const string Original = "PATCH /api/v10/webhooks/1/secret/messages/@original";
    private const string FollowUp = "POST /api/v10/webhooks/1/secret";
    private const string InChannel = "POST /api/v10/channels/20/messages";

    private static readonly ReplyTicket Message = new() { Channel = new Snowflake(20), Message = new Snowflake(21) };
    private static readonly ReplyTicket Interaction = new() { Channel = new Snowflake(20), Interaction = new Snowflake(30), Application = new Snowflake(1), Token = "secret" };

    private readonly ObservedTime _time = new();
    private readonly ScriptedApi _api = new();
    private readonly HttpClient _http;
    private readonly Acknowledgements _acknowledgements = new();
    private readonly DiscordPlatform _platform;
    private readonly List<DeliveryReceipt> _receipts = [];

    public DiscordPlatformTests()
    {
        _http = new HttpClient(_api);
        var rest = new DiscordRest(_http, new DiscordOptions { Token = "t", BaseUrl = "http://discord.test/api" }, _time, NullLogger<DiscordRest>.Instance);
        _platform = new DiscordPlatform(rest, _acknowledgements, _time);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_message_is_replied_to_under_a_nonce_that_stays_the_same()
    {
        Sends(90).Then(200, """{"id":"90"}""");

        await DeliverAsync(Message, Short());
        _receipts.Clear();
        await DeliverAsync(Message, Short());

        Assert.Equal([InChannel, InChannel], Sent());
        Assert.Single(_api.Requests.Select(r => r.Body).Distinct());
        var body = JsonDocument.Parse(_api.Requests.First().Body).RootElement;
        Assert.True(body.GetProperty("enforce_nonce").GetBoolean());
        Assert.InRange(body.GetProperty("nonce").GetString()!.Length, 1, 25);
        Assert.Equal("21", body.GetProperty("message_reference").GetProperty("message_id").GetString());
        Assert.Equal(0, body.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
    }

    [Theory]
    [InlineData("10")]
    [InlineData("")]
    public async Task What_nobody_asked_for_is_sent_into_its_place_and_replies_to_nothing(string server)
    {
        Sends(90);
        var due = Incoming(Message) with { Place = new ChatPlace("discord", server, "20"), Request = new DueDigest("k7", new DateOnly(2024, 3, 20)), Payload = "" };

        await DeliverAsync(due, Short());

        Assert.Equal([InChannel], Sent());
        Assert.DoesNotContain("message_reference", _api.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_replies_to_the_answer_in_its_thread_and_to_nobody()
    {
        Sends(90);
        var due = Incoming(Message) with { Place = new ChatPlace("discord", "10", "20", "25"), Request = new DueCorrection("a", []), Payload = "", RepliesTo = "21" };

        await DeliverAsync(due, Short());

        Assert.Equal(["POST /api/v10/channels/25/messages"], Sent());
        var body = JsonDocument.Parse(_api.Requests.Single().Body).RootElement;
        Assert.Equal("21", body.GetProperty("message_reference").GetProperty("message_id").GetString());
        Assert.False(body.GetProperty("allowed_mentions").GetProperty("replied_user").GetBoolean());
    }

    [Fact]
    public async Task A_delivery_that_was_cut_short_goes_on_where_it_was()
    {
        Sends(90).Then(403, """{"code":50013,"message":"Missing Permissions"}""");
        Assert.Equal(DeliveryOutcome.Impossible, (await DeliverAsync(Message, Long())).Outcome);
        Sends(91);

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Message, Long()));

        Assert.Equal([new DeliveryReceipt(0, "90"), new DeliveryReceipt(1, "91")], _receipts);
        Assert.Equal(2, _api.Requests.Select(r => r.Body).Distinct().Count());
    }

    [Fact]
    public async Task An_interaction_is_answered_in_its_response_and_then_in_the_channel()
    {
        Sends(90, 91);

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Interaction, Long()));

        Assert.Equal([Original, InChannel], Sent());
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_rest_follows_by_the_interaction()
    {
        Sends(90).Then(403, """{"code":50001}""").Then(200, """{"id":"91"}""");

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Interaction, Long()));

        Assert.Equal([Original, InChannel, FollowUp], Sent());
    }

    [Fact]
    public async Task A_private_reply_stays_with_the_person()
    {
        Sends(90, 91);

        await DeliverAsync(Interaction with { Ephemeral = true }, Long() with { Private = true });

        Assert.Equal([Original, FollowUp], Sent());
        Assert.Contains("\"flags\":64", _api.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_reply_never_takes_the_place_of_a_response_that_all_can_see()
    {
        _api.Then(204, "").Then(200, """{"id":"90"}""");

        await DeliverAsync(Interaction, Short() with { Private = true });

        Assert.Equal([Original.Replace("PATCH", "DELETE", StringComparison.Ordinal), FollowUp], Sent());
        Assert.Contains("\"flags\":64", _api.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_reply_to_a_message_goes_to_the_person_directly()
    {
        Sends(40, 90);

        await DeliverAsync(Message, Short() with { Private = true });

        Assert.Equal(["POST /api/v10/users/@me/channels", "POST /api/v10/channels/40/messages"], Sent());
    }

    [Theory]
    [InlineData(404, 10015, DeliveryOutcome.PayloadExpired)]
    [InlineData(401, 50027, DeliveryOutcome.PayloadExpired)]
    [InlineData(404, 10003, DeliveryOutcome.Impossible)]
    [InlineData(400, 50035, DeliveryOutcome.Impossible)]
    public async Task A_refusal_says_whether_another_time_or_way_would_help(int status, int code, DeliveryOutcome outcome)
    {
        _api.Then(status, $$"""{"code":{{code}},"message":"No"}""");

        Assert.Equal(outcome, (await DeliverAsync(Interaction, Short())).Outcome);
        Assert.Empty(_receipts);
    }

    [Fact]
    public async Task What_is_late_goes_into_the_channel_unless_it_is_private()
    {
        Sends(90);

        Assert.Equal(DeliveryRoute.PlaceMessage, _platform.LateRoute(Incoming(Interaction)));
        Assert.Equal(DeliveryRoute.DirectMessage, _platform.LateRoute(Incoming(Interaction) with { Request = new AskRequest("q", Private: true) }));
        await DeliverAsync(Interaction, Short(), DeliveryRoute.PlaceMessage);
        Assert.Equal(DeliveryOutcome.Impossible, (await DeliverAsync(Interaction, Short() with { Private = true }, DeliveryRoute.PlaceMessage)).Outcome);

        Assert.Equal([InChannel], Sent());
    }

    [Fact]
    public async Task A_reply_waits_for_its_acknowledgement()
    {
        var pending = _acknowledgements.Begin(new Snowflake(30));
        var delivering = DeliverAsync(Interaction, Short());
        Assert.Empty(_api.Requests);

        Sends(90);
        pending.Dispose();

        Assert.Equal(DeliveryResult.Delivered, await delivering);
    }

    [Fact]
    public async Task A_response_is_edited_once_a_second_at_most()
    {
        Sends(90, 90);
        await _platform.ShowProgressAsync(Incoming(Interaction), new ProgressPart("Searching"), default);

        var delivering = DeliverAsync(Interaction, Short());
        await _time.PassAsync(0.9, 1);

        Assert.Equal(DeliveryResult.Delivered, await delivering);
        Assert.Equal([Original, Original], Sent());
    }

    [Fact]
    public async Task Progress_on_a_message_is_shown_as_typing()
    {
        _api.Then(204, "");

        await _platform.ShowProgressAsync(Incoming(Message), new ProgressPart("Searching"), default);

        Assert.Equal(["POST /api/v10/channels/20/typing"], Sent());
    }

    private static ChatReply Short() => ChatReply.Of(false, new NoticePart("Hello."));

    private static ChatReply Long() => ChatReply.Of(false, new NoticePart(string.Concat(Enumerable.Repeat("A sentence of some length. ", 100))));

    private static IncomingMessage Incoming(ReplyTicket ticket) => new()
    {
        EventKey = "discord:1",
        Place = new ChatPlace("discord", "10", "20"),
        User = "11",
        Request = new AskRequest("q"),
        ReceivedAt = NewsDesk.Now,
        Payload = ticket.Write(),
    };

    private ScriptedApi Sends(params int[] ids)
    {
        foreach (var id in ids) _api.Then(200, $$"""{"id":"{{id}}"}""");
        return _api;
    }

    private IEnumerable<string> Sent() => _api.Requests.Select(r => $"{r.Method} {r.Path}");

    private Task<DeliveryResult> DeliverAsync(ReplyTicket ticket, ChatReply reply, DeliveryRoute route = DeliveryRoute.Reply) => DeliverAsync(Incoming(ticket), reply, route);

    private Task<DeliveryResult> DeliverAsync(IncomingMessage message, ChatReply reply, DeliveryRoute route = DeliveryRoute.Reply) =>
        _platform.DeliverAsync(new ReplyDelivery(message, reply, route, [.. _receipts])
        {
            RecordAsync = (receipt, _) =>
            {
                _receipts.Add(receipt);
                return ValueTask.CompletedTask;
            },
        }, default).AsTask();
}
