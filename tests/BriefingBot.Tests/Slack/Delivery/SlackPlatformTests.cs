using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Receiving;
using BriefingBot.Slack.WebApi;
using BriefingBot.Tests.Slack.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.Delivery;

public sealed class SlackPlatformTests : IDisposable
{
    private const string Post = "chat.postMessage";
    private const string Ephemeral = "chat.postEphemeral";
    private const string Update = "chat.update";
    private const string Status = "assistant.threads.setStatus";

    private static readonly ChatPlace Channel = new("slack", "T1", "C20", "50.1");
    private static readonly ChatPlace Direct = new("slack", "", "D40", "50.1");
    private static readonly ReplyTicket InThread = new() { Channel = "C20", Thread = "50.1" };
    private static readonly ReplyTicket ByCommand = new() { Channel = "C20", IsUnseen = true, ResponseUrl = "http://slack.test/commands/response" };
    private static readonly DraftText Text = new("The crack was long.", " was long.");

    private readonly ObservedTime _time = new();
    private readonly SlackApi _api = new();
    private readonly HttpClient _http;
    private readonly SlackPlatform _platform;
    private readonly List<DeliveryReceipt> _receipts = [];

    public SlackPlatformTests()
    {
        _http = new HttpClient(_api);
        var options = new SlackOptions { BotToken = "xoxb-t", BaseUrl = "http://slack.test/api" };
        var api = new SlackWebApi(_http, options, _time, NullLogger<SlackWebApi>.Instance);
        var myself = new Myself(api);
        _platform = new SlackPlatform(api, myself, new People(api, options, myself, _time));
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_reply_is_posted_in_its_thread_with_blocks_fallback_and_key_and_unfurls_nothing()
    {
        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(InThread), Short()));

        Assert.Equal([Post], _api.Methods);
        var body = Assert.Single(_api.Bodies(Post));
        Assert.Equal(("C20", "50.1", "Hello."), (body.Text("channel"), body.Text("thread_ts"), body.Text()));
        Assert.Equal("Hello.", body["blocks"].Visible());
        Assert.Equal("briefing_reply", body["metadata"]!["event_type"]!.GetValue<string>());
        Assert.Equal((false, false), (body["unfurl_links"]!.GetValue<bool>(), body["unfurl_media"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_long_reply_to_a_command_goes_on_below_its_first_message()
    {
        await DeliverAsync(Incoming(ByCommand), Long());

        Assert.Equal([null, _receipts[0].MessageId], _api.Bodies(Post).Select(b => b["thread_ts"]?.GetValue<string>()));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_posted_into_its_place()
    {
        var due = Incoming(InThread, new DueDigest("k7", new DateOnly(2024, 3, 20)), Channel.Whole) with { Payload = "" };

        await DeliverAsync(due, Short());

        var body = Assert.Single(_api.Bodies(Post));
        Assert.Equal(("C20", null), (body.Text("channel"), body["thread_ts"]?.GetValue<string>()));
    }

    [Theory]
    [InlineData("", "70.1")]
    [InlineData("50.1", "50.1")]
    public async Task A_correction_is_posted_in_the_thread_of_the_answer_or_below_it(string thread, string expected)
    {
        var due = Incoming(InThread, new DueCorrection("a", []), Channel with { Thread = thread }) with { Payload = "", RepliesTo = "70.1" };

        await DeliverAsync(due, Short());

        Assert.Equal(expected, Assert.Single(_api.Bodies(Post)).Text("thread_ts"));
    }

    [Fact]
    public async Task Others_see_what_was_asked_by_a_command()
    {
        await DeliverAsync(Incoming(ByCommand, new AskRequest("Who <!here> won?")), Short());

        Assert.Equal("Asked: Who <!here> won?Hello.", _api.Bodies(Post).Single()["blocks"].Visible());
    }

    [Fact]
    public async Task A_private_reply_is_seen_by_the_person_alone()
    {
        await DeliverAsync(Incoming(InThread), Short() with { Private = true });

        var body = Assert.Single(_api.Bodies(Ephemeral));
        Assert.Equal(("U11", "50.1"), (body.Text("user"), body.Text("thread_ts")));
        Assert.Equal([Ephemeral], _api.Methods);
    }

    [Fact]
    public async Task In_a_direct_message_there_is_nobody_to_hide_from()
    {
        await DeliverAsync(Incoming(InThread with { Channel = "D40" }, place: Direct), Short() with { Private = true });

        Assert.Equal([Post], _api.Methods);
    }

    [Fact]
    public async Task Quotes_below_an_answer_are_shown_to_who_wants_them()
    {
        var quotes = ChatReply.Of(false, new QuotesPart("Said:", []));

        await DeliverAsync(Incoming(InThread, new ButtonPress("b")), quotes);
        _receipts.Clear();
        await DeliverAsync(Incoming(InThread, new QuoteRequest("ferry")), quotes);

        Assert.Equal([Ephemeral, Post], _api.Methods);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_message_whose_receipt_was_lost_is_found_and_not_sent_again(int lost)
    {
        foreach (var ticket in new[] { InThread, ByCommand })
        {
            _receipts.Clear();
            _api.Messages.Clear();
            await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(Incoming(ticket), Long(), lost: lost));

            Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(ticket), Long(), repeated: true));

            Assert.Equal(2, _api.Messages.Count);
            Assert.Equal(_api.Messages.Select(m => m.Text("ts")), _receipts.OrderBy(r => r.Ordinal).Select(r => r.MessageId));
        }
    }

    [Fact]
    public async Task A_message_whose_response_was_lost_is_found_and_not_sent_again()
    {
        _api.Done = method => _ = method == Post ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : 0;
        Assert.Equal(DeliveryOutcome.Later, (await DeliverAsync(Incoming(InThread), Short())).Outcome);
        _api.Done = _ => { };

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(InThread), Short(), repeated: true));

        Assert.Single(_api.Messages);
        Assert.Single(_receipts);
    }

    [Fact]
    public async Task A_message_that_is_not_found_is_sent()
    {
        await DeliverAsync(Incoming(InThread) with { EventKey = "slack:other" }, Short());
        _receipts.Clear();

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(InThread), Short(), repeated: true));

        Assert.Equal(2, _api.Messages.Count);
    }

    [Fact]
    public async Task Who_is_no_member_of_the_channel_themselves_is_told_that()
    {
        _api.Refuse(Ephemeral, "user_not_in_channel");

        Assert.Equal(DeliveryOutcome.Impossible, (await DeliverAsync(Incoming(ByCommand), Short() with { Private = true })).Outcome);

        Assert.Contains("Join this channel", Assert.Single(_api.Bodies("response")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_is_no_member_a_command_is_told_so_and_no_more()
    {
        _api.Refuse(Post, "not_in_channel");

        Assert.Equal(DeliveryOutcome.Impossible, (await DeliverAsync(Incoming(ByCommand), Short())).Outcome);

        var told = Assert.Single(_api.Bodies("response"));
        Assert.Contains("Invite me", told.Text(), StringComparison.Ordinal);
        Assert.Equal("ephemeral", told.Text("response_type"));
    }

    [Theory]
    [InlineData("channel_not_found", DeliveryOutcome.Impossible)]
    [InlineData("is_archived", DeliveryOutcome.Impossible)]
    [InlineData("invalid_blocks", DeliveryOutcome.Impossible)]
    [InlineData("token_revoked", DeliveryOutcome.Later)]
    [InlineData("missing_scope", DeliveryOutcome.Later)]
    [InlineData("internal_error", DeliveryOutcome.Later)]
    public async Task A_refusal_says_whether_another_time_would_help(string code, DeliveryOutcome outcome)
    {
        _api.Refuse(Post, code);

        Assert.Equal(outcome, (await DeliverAsync(Incoming(InThread), Short())).Outcome);
        Assert.Empty(_receipts);
    }

    [Fact]
    public async Task Progress_is_a_status_which_leaves_nothing_to_replace()
    {
        Assert.Null(await _platform.ShowProgressAsync(Incoming(InThread), new ProgressPart("Searching"), default));

        Assert.Equal([Status], _api.Methods);
        Assert.Equal(("C20", "50.1"), (_api.Bodies(Status).Single().Text("channel_id"), _api.Bodies(Status).Single().Text("thread_ts")));
    }

    [Fact]
    public async Task Where_there_is_no_status_a_message_stands_in_and_becomes_the_reply()
    {
        _api.Refuse(Status, "unknown_method");
        var draft = await _platform.ShowProgressAsync(Incoming(InThread), new ProgressPart("Searching"), default);

        await DeliverAsync(Incoming(InThread), Short(), draft: draft);

        Assert.Equal([Status, Post, Update], _api.Methods);
        Assert.Equal("Hello.", Assert.Single(_api.Messages).Text());
    }

    [Fact]
    public async Task A_draft_that_nobody_noted_is_taken_over()
    {
        await _platform.ShowProgressAsync(Incoming(ByCommand), new ProgressPart("Searching"), default);

        await DeliverAsync(Incoming(ByCommand), Short(), draft: "");
        _receipts.Clear();
        await DeliverAsync(Incoming(ByCommand), Short(), draft: "", repeated: true);

        Assert.EndsWith("Hello.", Assert.Single(_api.Messages).Text(), StringComparison.Ordinal);
        Assert.Single(_api.Bodies(Update));
    }

    [Fact]
    public async Task A_draft_that_somebody_deleted_is_no_obstacle()
    {
        _api.Refuse(Update, "message_not_found");

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(InThread), Short(), draft: "10.1"));

        Assert.Equal([Update, Post], _api.Methods);
    }

    [Fact]
    public async Task Nothing_is_shown_before_what_may_be_for_one_person()
    {
        foreach (var message in new[] { Incoming(InThread, new AskRequest("q", Private: true)), Incoming(InThread, new ButtonPress("b")) })
        {
            Assert.Null(await _platform.ShowProgressAsync(message, new ProgressPart("Searching"), default));
            Assert.Null(await _platform.ShowTextAsync(message, Text, null, default));
        }

        Assert.Empty(_api.Methods);
    }

    [Fact]
    public async Task Text_is_streamed_and_the_stream_ends_as_the_reply()
    {
        var first = await _platform.ShowTextAsync(Incoming(InThread), new DraftText("The *crack*", "The *crack*"), null, default);
        var second = await _platform.ShowTextAsync(Incoming(InThread), Text, first, default);

        await DeliverAsync(Incoming(InThread), Short(), draft: second);

        Assert.Equal(["chat.startStream", "chat.appendStream", "chat.stopStream", Update], _api.Methods);
        var start = _api.Bodies("chat.startStream").Single();
        Assert.Equal(("U11", "T1", "The ∗crack∗"), (start.Text("recipient_user_id"), start.Text("recipient_team_id"), start.Text("markdown_text")));
        Assert.Equal(" was long.", _api.Bodies("chat.appendStream").Single().Text("markdown_text"));
        Assert.Equal("Hello.", Assert.Single(_api.Messages).Text());
    }

    [Theory]
    [InlineData("message_not_in_streaming_state")]
    [InlineData("streaming_state_conflict")]
    public async Task A_stream_that_is_over_goes_on_as_a_message_that_is_edited(string code)
    {
        _api.Refuse("chat.appendStream", code).Refuse("chat.stopStream", code);
        var draft = await _platform.ShowTextAsync(Incoming(InThread), Text, null, default);
        draft = await _platform.ShowTextAsync(Incoming(InThread), Text, draft, default);

        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync(Incoming(InThread), Short(), draft: draft));

        Assert.Equal(["chat.startStream", "chat.appendStream", Update, Update], _api.Methods);
        Assert.Equal("Hello.", Assert.Single(_api.Messages).Text());
    }

    [Theory]
    [InlineData("unknown_method")]
    [InlineData("missing_scope")]
    [InlineData("channel_type_not_supported")]
    public async Task Where_there_are_no_streams_a_message_is_edited(string code)
    {
        _api.Refuse("chat.startStream", code);
        var draft = await _platform.ShowTextAsync(Incoming(InThread), Text, null, default);
        Assert.Equal(draft, await _platform.ShowTextAsync(Incoming(InThread), Text, draft, default));

        await DeliverAsync(Incoming(InThread), Short(), draft: draft);

        Assert.Equal(["chat.startStream", Post, Update, Update], _api.Methods);
        Assert.Equal("Hello.", Assert.Single(_api.Messages).Text());
    }

    [Fact]
    public async Task A_stream_that_nobody_noted_is_ended_and_taken_over()
    {
        await _platform.ShowTextAsync(Incoming(InThread), Text, null, default);

        await DeliverAsync(Incoming(InThread), Short(), draft: "");

        Assert.Equal("Hello.", Assert.Single(_api.Messages).Text());
        Assert.Single(_api.Bodies("chat.stopStream"));
    }

    private static ChatReply Short() => ChatReply.Of(false, new NoticePart("Hello."));

    private static ChatReply Long() => ChatReply.Of(false, new NoticePart(string.Concat(Enumerable.Repeat("A sentence of some length. ", 600))));

    private static IncomingMessage Incoming(ReplyTicket ticket, ChatRequest? request = null, ChatPlace? place = null) => new()
    {
        EventKey = "slack:1",
        Place = place ?? Channel with { Thread = ticket.Thread },
        User = "U11",
        Request = request ?? new AskRequest("q"),
        ReceivedAt = NewsDesk.Now,
        Payload = ticket.Write(),
    };

    private Task<DeliveryResult> DeliverAsync(IncomingMessage message, ChatReply reply, string? draft = null, bool repeated = false, int? lost = null)
    {
        // A channel takes a message a second.
        _time.Advance(TimeSpan.FromSeconds(10));
        return _platform.DeliverAsync(new ReplyDelivery(message, reply, DeliveryRoute.Reply, [.. _receipts])
        {
            Draft = draft,
            IsRepeated = repeated,
            RecordAsync = (receipt, _) =>
            {
                if (receipt.Ordinal == lost) throw new InvalidOperationException("killed");
                _receipts.Add(receipt);
                return ValueTask.CompletedTask;
            },
        }, default).AsTask();
    }
}
