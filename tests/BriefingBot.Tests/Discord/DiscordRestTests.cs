using System.Text.Json;
using BriefingBot.Discord;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord;

public sealed class DiscordRestTests : IDisposable
{
    private const string Token = "the-secret-of.the-bot.itself";
    private const string InteractionToken = "a-secret-of-an-interaction";
    private const string ChannelJson = """{"id":"7","type":0,"name":"news","something_new":{"deep":[1]}}""";
    private const string MessageJson = """{"id":"9","channel_id":"7","content":"hello","timestamp":"2026-01-05T12:00:00.123000+00:00"}""";
    private const string BrokenJson = "<html>bad gateway</html>";

    private static readonly Snowflake Seven = new(7);
    private static readonly Snowflake Eight = new(8);
    private static readonly Snowflake App = new(1);

    private readonly ObservedTime _time = new();
    private readonly ScriptedApi _api = new();
    private readonly HttpClient _http;
    private readonly DiscordRest _rest;

    public DiscordRestTests()
    {
        _http = new HttpClient(_api);
        _rest = new DiscordRest(_http, new DiscordOptions { Token = Token, BaseUrl = "http://discord.test/api/" }, _time, NullLogger<DiscordRest>.Instance);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_request_says_who_asks_and_with_which_version()
    {
        _api.Then(200, ChannelJson);

        var channel = await _rest.GetChannelAsync(Seven, default);

        Assert.Equal("news", channel.Name);
        var request = Assert.Single(_api.Requests);
        Assert.Equal(("GET", "/api/v10/channels/7", $"Bot {Token}"), (request.Method, request.Path, request.Authorization));
        Assert.Matches(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$", request.UserAgent);
    }

    [Fact]
    public async Task No_message_response_or_edit_can_mention_anyone()
    {
        for (var i = 0; i < 4; i++) _api.Then(200, MessageJson);
        _api.Then(204, "").Then(204, "");
        var body = new MessageBody { Content = "@everyone <@1>" };

        await _rest.CreateMessageAsync(Seven, body, default);
        await _rest.EditMessageAsync(Seven, new Snowflake(9), body, default);
        await _rest.EditOriginalResponseAsync(App, InteractionToken, body, default);
        await _rest.CreateFollowupAsync(App, InteractionToken, body, default);
        await _rest.RespondAsync(new Snowflake(5), InteractionToken, InteractionResponse.Reply(body), default);
        await _rest.RespondAsync(new Snowflake(6), InteractionToken, InteractionResponse.Update(body), default);

        Assert.All(_api.Requests, request =>
        {
            using var json = JsonDocument.Parse(request.Body);
            var message = json.RootElement.TryGetProperty("data", out var data) ? data : json.RootElement;
            var allowed = message.GetProperty("allowed_mentions");
            Assert.Equal(0, allowed.GetProperty("parse").GetArrayLength());
            Assert.False(allowed.GetProperty("replied_user").GetBoolean());
        });
    }

    [Fact]
    public async Task Interactions_are_answered_without_the_bots_token()
    {
        _api.Then(204, "").Then(200, MessageJson);

        await _rest.RespondAsync(new Snowflake(5), InteractionToken, InteractionResponse.Defer(ephemeral: true), default);
        await _rest.EditOriginalResponseAsync(App, InteractionToken, new MessageBody { Content = "so" }, default);

        Assert.Equal([$"/api/v10/interactions/5/{InteractionToken}/callback", $"/api/v10/webhooks/1/{InteractionToken}/messages/@original"], _api.Requests.Select(r => r.Path));
        Assert.All(_api.Requests, request => Assert.Null(request.Authorization));
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", _api.Requests.First().Body);
    }

    [Fact]
    public async Task An_exhausted_bucket_is_waited_for_and_another_channel_is_not_held_up()
    {
        _api.Then(200, MessageJson, Limits("b", 0, "3.5")).Then(200, MessageJson, Limits("b", 4, "1")).Then(200, MessageJson, Limits("b", 4, "1"));
        await Say(Seven);

        var held = Say(Seven);
        await _time.WaitAsync(3.4, 3.6);
        await Say(Eight);
        Assert.False(held.IsCompleted);
        Assert.Equal(2, _api.Requests.Count);

        _time.Advance(TimeSpan.FromSeconds(3.6));
        await held;
        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task Endpoints_that_share_a_bucket_wait_for_each_other()
    {
        _api.Then(200, ChannelJson, Limits("b", 3, "9")).Then(200, MessageJson, Limits("b", 0, "2")).Then(200, ChannelJson, Limits("b", 1, "9"));
        await _rest.GetChannelAsync(Seven, default);
        await Say(Seven);

        var held = _rest.GetChannelAsync(Seven, default);
        await _time.PassAsync(1.9, 2.1);
        await held;
        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task Requests_of_a_bucket_go_one_at_a_time_and_in_order()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>();
        _api.Then(() => first.Task).Then(200, MessageJson);

        var one = Say(Seven, "one");
        var two = Say(Seven, "two");
        Assert.Single(_api.Requests);

        first.SetResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(MessageJson) });
        await Task.WhenAll(one, two);
        Assert.Contains("two", _api.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_over_the_limit_is_sent_again_when_Discord_says_so()
    {
        _api.Then(429, """{"message":"You are being rate limited.","retry_after":4.2,"global":false}""", ("Retry-After", "5"), ("X-RateLimit-Scope", "user")).Then(200, MessageJson);

        var said = Say(Seven);
        await _time.PassAsync(4.1, 4.3);
        await said;
        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task The_header_tells_the_wait_where_the_body_is_not_Discords()
    {
        _api.Then(429, BrokenJson, ("Retry-After", "7")).Then(200, MessageJson);

        var said = Say(Seven);
        await _time.PassAsync(6.9, 7.1);
        await said;
    }

    [Fact]
    public async Task A_long_limit_fails_at_once_and_says_how_long()
    {
        _api.Then(429, """{"message":"You are being rate limited.","retry_after":600,"global":false}""", ("Retry-After", "600"));

        var refused = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));
        var again = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));

        Assert.All([refused, again], e => Assert.True(e.IsTransient));
        Assert.All([refused, again], e => Assert.InRange(e.RetryAfter!.Value.TotalSeconds, 599, 601));
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_global_limit_holds_every_request_but_interactions()
    {
        _api.Then(429, """{"message":"You are being rate limited.","retry_after":6,"global":true}""", ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global"))
            .Then(204, "").Then(200, MessageJson).Then(200, MessageJson);

        var one = Say(Seven);
        await _time.WaitAsync(5.9, 6.1);
        var two = Say(Eight);
        await _time.WaitAsync(5.9, 6.1);
        await _rest.RespondAsync(new Snowflake(5), InteractionToken, InteractionResponse.DeferUpdate, default);
        Assert.False(one.IsCompleted || two.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(6.1));
        await Task.WhenAll(one, two);
    }

    [Fact]
    public async Task No_second_sees_more_requests_than_the_global_limit_and_interactions_do_not_count()
    {
        for (var i = 0; i < RateLimits.GlobalPerSecond + 21; i++) _api.Then(200, MessageJson);

        for (var i = 0; i < 20; i++) await _rest.RespondAsync(new Snowflake(5), $"{InteractionToken}{i}", InteractionResponse.DeferUpdate, default);
        for (var i = 0; i < RateLimits.GlobalPerSecond; i++) await Say(new Snowflake(100 + (ulong)i));
        var held = Say(Eight);
        await _time.WaitAsync(0.9, 1.1);
        Assert.False(held.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1.1));
        await held;
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_a_few_times_with_growing_waits()
    {
        for (var i = 0; i < RestClient.MaxRetries + 1; i++) _api.Then(502, BrokenJson);

        var asked = _rest.GetChannelAsync(Seven, default);
        for (var i = 0; i < RestClient.MaxRetries; i++) await _time.PassAsync(0.01, 10);

        var failure = await Assert.ThrowsAsync<DiscordException>(() => asked);
        Assert.True(failure.IsTransient);
        Assert.Equal(RestClient.MaxRetries + 1, _api.Requests.Count);
    }

    [Fact]
    public async Task A_message_is_sent_again_only_under_a_nonce_that_Discord_enforces()
    {
        _api.Then(500).Then(500).Then(200, MessageJson);

        var unnamed = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));
        Assert.Equal(500, (int)unnamed.Status!);
        Assert.Single(_api.Requests);

        var named = _rest.CreateMessageAsync(Seven, new MessageBody { Content = "x", Nonce = "answer-1" }, default);
        await _time.PassAsync(0.01, 10);
        await named;
        Assert.All(_api.Requests.Skip(1), request => Assert.Contains("\"nonce\":\"answer-1\",\"enforce_nonce\":true", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_does_not_respond_is_given_up_after_a_while()
    {
        _api.Then(() => new TaskCompletionSource<HttpResponseMessage>().Task);

        var said = Say(Seven);
        await _time.PassAsync(RestClient.Timeout.TotalSeconds, RestClient.Timeout.TotalSeconds);

        var failure = await Assert.ThrowsAsync<DiscordException>(() => said);
        Assert.True(failure.IsTransient);
        Assert.Contains("in time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_even_be_sent_is_sent_again()
    {
        _api.Then(() => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ConnectionError, "refused"))).Then(200, MessageJson);

        var said = Say(Seven);
        await _time.PassAsync(0.01, 10);
        await said;
        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task Cancelling_is_not_an_error_of_Discords()
    {
        _api.Then(() => new TaskCompletionSource<HttpResponseMessage>().Task);
        using var cancel = new CancellationTokenSource();

        var said = _rest.CreateMessageAsync(Seven, new MessageBody { Content = "x" }, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => said);
    }

    [Fact]
    public async Task A_response_whose_receipt_got_lost_counts_as_given_but_one_given_by_another_does_not()
    {
        const string acknowledged = """{"message":"Interaction has already been acknowledged.","code":40060}""";
        _api.Then(502, BrokenJson).Then(400, acknowledged).Then(400, acknowledged);

        var lost = _rest.RespondAsync(new Snowflake(5), InteractionToken, InteractionResponse.Defer(false), default);
        await _time.PassAsync(0.01, 10);
        await lost;

        var other = await Assert.ThrowsAsync<DiscordException>(() => _rest.RespondAsync(new Snowflake(6), "another", InteractionResponse.Defer(false), default));
        Assert.Equal(ErrorCode.AlreadyAcknowledged, other.Code);
    }

    [Fact]
    public async Task A_refused_token_is_not_tried_again()
    {
        _api.Then(401, """{"message":"401: Unauthorized","code":0}""");

        var refused = await Assert.ThrowsAsync<DiscordException>(() => _rest.GetCurrentUserAsync(default));
        await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));

        Assert.Contains("Discord:Token", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, refused.ToString(), StringComparison.Ordinal);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task An_interaction_that_is_over_is_left_alone_and_its_token_not_told()
    {
        _api.Then(404, """{"message":"Unknown Webhook","code":10015}""").Then(200, MessageJson);

        var over = await Assert.ThrowsAsync<DiscordException>(() => _rest.EditOriginalResponseAsync(App, InteractionToken, new MessageBody { Content = "x" }, default));
        var still = await Assert.ThrowsAsync<DiscordException>(() => _rest.CreateFollowupAsync(App, InteractionToken, new MessageBody { Content = "x" }, default));
        await _rest.EditOriginalResponseAsync(App, "another", new MessageBody { Content = "x" }, default);

        Assert.All([over, still], e => Assert.Equal(ErrorCode.UnknownWebhook, e.Code));
        Assert.All([over, still], e => Assert.DoesNotContain(InteractionToken, e.ToString(), StringComparison.Ordinal));
        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task Requests_stop_well_before_Discord_would_block_the_address()
    {
        for (var i = 0; i < InvalidRequests.Most; i++) _api.Then(403, """{"message":"Missing Permissions","code":50013}""");
        _api.Then(200, MessageJson);
        for (var i = 0; i < InvalidRequests.Most; i++)
        {
            if (i % RateLimits.GlobalPerSecond == 0) _time.Advance(TimeSpan.FromSeconds(1.1));
            await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));
        }

        _time.Advance(TimeSpan.FromSeconds(2));
        var stopped = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));
        Assert.Equal(InvalidRequests.Most, _api.Requests.Count);
        Assert.True(stopped.IsTransient);

        _time.Advance(InvalidRequests.Span);
        await Say(Seven);
    }

    [Fact]
    public void A_shared_limit_is_no_fault_of_ours()
    {
        var invalid = new InvalidRequests(_time);
        var route = Route.OfChannel(HttpMethod.Get, Seven);
        var limited = new DiscordException("limited") { Status = System.Net.HttpStatusCode.TooManyRequests };

        for (var i = 0; i < InvalidRequests.Most; i++) invalid.Note(route, limited, RateLimitHeaders.Shared);
        invalid.Check(route);

        for (var i = 0; i < InvalidRequests.Most; i++) invalid.Note(route, limited, "user");
        Assert.Throws<DiscordException>(() => invalid.Check(route));
    }

    [Fact]
    public async Task An_error_names_the_fields_that_are_wrong_and_what_to_change()
    {
        _api.Then(400, """{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}""")
            .Then(403, """{"message":"Missing Permissions","code":50013}""");

        var invalid = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));
        var forbidden = await Assert.ThrowsAsync<DiscordException>(() => Say(Seven));

        Assert.Equal("Discord refused POST /channels/{channel}/messages: 400 Invalid Form Body; embeds.0.title: Must be 256 or fewer in length.", invalid.Message);
        Assert.Equal((50035, false), (invalid.Code, invalid.IsTransient));
        Assert.Contains("permissions", forbidden.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_a_thread_twice_gives_the_same_thread()
    {
        _api.Then(400, """{"message":"A thread has already been created for this message","code":160004}""").Then(200, """{"id":"9","type":11,"parent_id":"7"}""");

        var thread = await _rest.StartThreadAsync(Seven, new Snowflake(9), "About it", null, default);

        Assert.True(thread.IsThread);
        Assert.Equal(["/api/v10/channels/7/messages/9/threads", "/api/v10/channels/9"], _api.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Commands_are_registered_in_a_server_or_everywhere()
    {
        _api.Then(200, "[]").Then(200, """[{"id":"4","type":1,"name":"ask","description":"Ask","version":"1"}]""");
        ApplicationCommand[] commands = [new() { Name = "ask", Description = "Ask", Contexts = [0, 1], Options = [new CommandOption { Type = CommandOptionType.Text, Name = "question", Description = "What", Required = true }] }];

        await _rest.OverwriteCommandsAsync(App, new Snowflake(3), commands, default);
        var registered = await _rest.OverwriteCommandsAsync(App, null, commands, default);

        Assert.Equal(new Snowflake(4), Assert.Single(registered).Id);
        Assert.Equal([("PUT", "/api/v10/applications/1/guilds/3/commands"), ("PUT", "/api/v10/applications/1/commands")], _api.Requests.Select(r => (r.Method, r.Path)));
        Assert.Equal(
            """[{"type":1,"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"What","required":true}],"contexts":[0,1]}]""",
            _api.Requests.First().Body);
    }

    [Fact]
    public async Task The_other_endpoints_have_their_paths()
    {
        _api.Then(200, """{"url":"wss://g","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}""")
            .Then(200, """{"id":"1","name":"briefings","flags":524288}""").Then(200, """{"id":"1","username":"briefings","bot":true}""")
            .Then(200, """{"id":"70","type":1}""").Then(204, "").Then(200, MessageJson).Then(204, "").Then(204, "");

        Assert.Equal(999, (await _rest.GetGatewayBotAsync(default)).SessionStartLimit.Remaining);
        Assert.True((await _rest.GetCurrentApplicationAsync(default)).HasMessageContent);
        Assert.Equal("briefings", (await _rest.GetCurrentUserAsync(default)).Username);
        Assert.Equal(ChannelType.DirectMessage, (await _rest.CreateDirectMessageAsync(new Snowflake(2), default)).Type);
        await _rest.TriggerTypingAsync(Seven, default);
        Assert.Equal("hello", (await _rest.GetMessageAsync(Seven, new Snowflake(9), default)).Content);
        await _rest.DeleteMessageAsync(Seven, new Snowflake(9), default);
        await _rest.DeleteOriginalResponseAsync(App, InteractionToken, default);

        Assert.Equal(
            [
                "GET /gateway/bot", "GET /applications/@me", "GET /users/@me", "POST /users/@me/channels", "POST /channels/7/typing",
                "GET /channels/7/messages/9", "DELETE /channels/7/messages/9", $"DELETE /webhooks/1/{InteractionToken}/messages/@original",
            ],
            _api.Requests.Select(r => $"{r.Method} {r.Path["/api/v10".Length..]}"));
    }

    private static (string, string)[] Limits(string bucket, int remaining, string resetAfter) =>
        [("X-RateLimit-Bucket", bucket), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", $"{remaining}"), ("X-RateLimit-Reset-After", resetAfter)];

    private Task<Message> Say(Snowflake channel, string text = "hello") => _rest.CreateMessageAsync(channel, new MessageBody { Content = text }, default);
}
