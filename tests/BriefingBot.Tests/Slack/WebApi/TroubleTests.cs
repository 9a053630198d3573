using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.WebApi;

/// <summary>Refusals, limits, and what is done again.</summary>
public sealed class TroubleTests : IDisposable
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"1.5"}""";
    private const string ChannelJson = """{"ok":true,"channel":{"id":"C1"}}""";
    private const string Page = "<html>sorry</html>";

    private readonly ObservedTime _time = new();
    private readonly ScriptedApi _api = new();
    private readonly HttpClient _http;
    private readonly SlackWebApi _slack;

    public TroubleTests()
    {
        _http = new HttpClient(_api);
        _slack = new SlackWebApi(_http, new SlackOptions { BotToken = "xoxb-secret", AppToken = "xapp-secret", BaseUrl = "http://slack.test/api" }, _time, NullLogger<SlackWebApi>.Instance);
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("not_in_channel", "/invite")]
    [InlineData("channel_not_found", "/invite")]
    [InlineData("is_archived", "archived")]
    [InlineData("invalid_auth", "Slack:BotToken")]
    [InlineData("token_revoked", "Slack:BotToken")]
    [InlineData("not_allowed_token_type", "Slack:BotToken")]
    [InlineData("msg_too_long", "longer than Slack takes")]
    [InlineData("restricted_action", "settings")]
    [InlineData("something_new", "something_new")]
    public async Task A_refusal_says_what_to_change_and_is_final(string code, string advice)
    {
        _api.Then(200, $$"""{"ok":false,"error":"{{code}}"}""");

        var refused = await Assert.ThrowsAsync<SlackException>(() => PostAsync());

        Assert.Equal((code, false, false), (refused.Code, refused.IsTransient, refused.OutcomeIsUnknown));
        Assert.StartsWith($"Slack refused chat.postMessage: {code}.", refused.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        _api.Then(200, """{"ok":false,"error":"missing_scope","needed":"channels:read,groups:read","provided":"chat:write"}""");

        var refused = await Assert.ThrowsAsync<SlackException>(() => _slack.GetConversationAsync("C1", default));

        Assert.Contains("channels:read,groups:read", refused.Message, StringComparison.Ordinal);
        Assert.Contains("chat:write", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("missing_scope")]
    [InlineData("not_allowed_token_type")]
    public async Task Trouble_with_the_apps_token_names_that_and_its_scope(string code)
    {
        _api.Then(200, $$"""{"ok":false,"error":"{{code}}","needed":"connections:write"}""");

        var refused = await Assert.ThrowsAsync<SlackException>(() => _slack.OpenConnectionAsync(default));

        Assert.Contains("Slack:AppToken", refused.Message, StringComparison.Ordinal);
        Assert.Contains("connections:write", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_blocks_is_passed_on()
    {
        _api.Then(200, """{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}}""");

        var refused = await Assert.ThrowsAsync<SlackException>(() => PostAsync());

        Assert.Contains("json-pointer:/blocks/0/text/text", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_over_its_limit_waits_as_long_as_Slack_says_and_others_do_not()
    {
        _api.Then(429, "", ("Retry-After", "30")).Then(200, """{"ok":true,"user":{"id":"U1"}}""").Then(200, ChannelJson).Then(200, ChannelJson);

        var limited = _slack.GetConversationAsync("C1", default);
        await _time.WaitAsync(29.9, 30.1);
        var held = _slack.GetConversationAsync("C2", default);
        await _time.WaitAsync(29.9, 30.1);
        await _slack.GetUserAsync("U1", default);
        Assert.False(limited.IsCompleted || held.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(30.1));
        await limited;
        await held;
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("rate_limited")]
    public async Task A_limit_told_in_the_body_is_waited_for_too(string code)
    {
        _api.Then(200, $$"""{"ok":false,"error":"{{code}}"}""").Then(200, Posted);

        var posted = PostAsync();
        await _time.PassAsync(4.9, 5.1);

        Assert.Equal("1.5", (await posted).Ts);
    }

    [Fact]
    public async Task A_long_limit_fails_at_once_and_says_how_long()
    {
        _api.Then(429, "", ("Retry-After", "600"));

        var refused = await Assert.ThrowsAsync<SlackException>(() => PostAsync());
        var again = await Assert.ThrowsAsync<SlackException>(() => PostAsync());

        Assert.All([refused, again], e => Assert.True(e.IsTransient && !e.OutcomeIsUnknown && e.Code == ErrorCode.RateLimited));
        Assert.All([refused, again], e => Assert.InRange(e.RetryAfter!.Value.TotalSeconds, 599, 601));
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_channel_gets_a_message_a_second_with_short_bursts_and_others_are_not_held_up()
    {
        for (var i = 0; i < RateLimits.PostBurst + 2; i++) _api.Then(200, Posted);
        for (var i = 0; i < RateLimits.PostBurst; i++) await PostAsync();

        var held = PostAsync();
        await _time.WaitAsync(RateLimits.PostBurst - 0.1, RateLimits.PostBurst + 0.1);
        await PostAsync("C2");
        Assert.False(held.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(RateLimits.PostBurst + 0.1));
        await held;
    }

    [Fact]
    public async Task No_minute_sees_more_calls_of_a_method_than_its_tier_promises()
    {
        for (var i = 0; i < ApiMethod.StopStream.PerMinute + 1; i++) _api.Then(200, """{"ok":true}""");
        for (var i = 0; i < ApiMethod.StopStream.PerMinute; i++) await StopAsync();

        var held = StopAsync();
        await _time.WaitAsync(59.9, 60.1);
        Assert.False(held.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(60.1));
        await held;
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_a_few_times_with_growing_waits()
    {
        for (var i = 0; i < ApiClient.MaxRetries + 1; i++) _api.Then(502, Page);

        var asked = _slack.GetConversationAsync("C1", default);
        for (var i = 0; i < ApiClient.MaxRetries; i++) await _time.PassAsync(0.01, 10);

        var failure = await Assert.ThrowsAsync<SlackException>(() => asked);
        Assert.True(failure.IsTransient && !failure.OutcomeIsUnknown);
        Assert.Equal(ApiClient.MaxRetries + 1, _api.Requests.Count);
    }

    [Theory]
    [InlineData(500, Page)]
    [InlineData(200, """{"ok":false,"error":"fatal_error"}""")]
    [InlineData(200, """{"ok":false,"error":"internal_error"}""")]
    [InlineData(200, Page)]
    public async Task A_message_that_may_be_there_is_not_posted_again(int status, string body)
    {
        _api.Then(status, body);

        var failure = await Assert.ThrowsAsync<SlackException>(() => PostAsync());

        Assert.True(failure.IsTransient && failure.OutcomeIsUnknown);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_message_whose_response_does_not_come_may_be_there()
    {
        _api.Then(() => new TaskCompletionSource<HttpResponseMessage>().Task);

        var posted = PostAsync();
        await _time.PassAsync(15, 15);

        var failure = await Assert.ThrowsAsync<SlackException>(() => posted);
        Assert.True(failure.IsTransient && failure.OutcomeIsUnknown);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_message_that_did_not_get_to_Slack_is_posted_again()
    {
        _api.Then(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "no route")).Then(200, Posted);

        var posted = PostAsync();
        await _time.PassAsync(0.01, 10);

        Assert.Equal("1.5", (await posted).Ts);
    }

    [Fact]
    public async Task An_edit_is_sent_again_when_its_response_got_lost()
    {
        _api.Then(() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone")).Then(200, Posted);

        var edited = _slack.UpdateMessageAsync(new MessageEdit("C1", "1.5", "so"), default);
        await _time.PassAsync(0.01, 10);

        await edited;
    }

    [Fact]
    public async Task A_stream_that_a_lost_try_had_stopped_is_stopped()
    {
        _api.Then(503, Page).Then(200, """{"ok":false,"error":"message_not_in_streaming_state"}""").Then(200, """{"ok":false,"error":"message_not_in_streaming_state"}""");

        var stopped = StopAsync();
        await _time.PassAsync(0.01, 10);
        await stopped;

        // Said at the first try, it is no consequence of ours.
        Assert.Equal(ErrorCode.MessageNotInStreamingState, (await Assert.ThrowsAsync<SlackException>(StopAsync)).Code);
    }

    [Fact]
    public async Task A_conditional_update_is_not_repeated_as_it_would_meet_its_own_trace()
    {
        _api.Then(500, Page);

        var failure = await Assert.ThrowsAsync<SlackException>(() => _slack.UpdateViewAsync("V1", [], "h", default));

        Assert.True(failure.OutcomeIsUnknown);
    }

    [Fact]
    public async Task A_page_that_is_not_Slacks_points_to_the_address()
    {
        _api.Then(404, Page);

        var failure = await Assert.ThrowsAsync<SlackException>(() => _slack.GetUserAsync("U1", default));

        Assert.Contains("Slack:BaseUrl", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_response_without_what_it_promises_cannot_be_read()
    {
        _api.Then(200, """{"ok":true,"channel":"C1"}""");

        var failure = await Assert.ThrowsAsync<SlackException>(() => PostAsync());

        Assert.True(failure.OutcomeIsUnknown);
    }

    [Theory]
    [InlineData(404, """{"ok":false,"error":"expired_url"}""")]
    [InlineData(200, """{"ok":false,"error":"used_url"}""")]
    [InlineData(404, "no_service")]
    public async Task A_response_url_past_its_life_says_so_without_giving_the_url_away(int status, string body)
    {
        _api.Then(status, body);

        var refused = await Assert.ThrowsAsync<SlackException>(() => _slack.RespondAsync(new Uri("http://slack.test/actions/secret"), new UrlResponse("so"), default));

        Assert.False(refused.IsTransient || refused.OutcomeIsUnknown);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_passes_through()
    {
        using var cancel = new CancellationTokenSource();
        _api.Then(() => new TaskCompletionSource<HttpResponseMessage>().Task);
        var posted = _slack.PostMessageAsync(new NewMessage("C1", "so"), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posted);
    }

    private Task<PostedMessage> PostAsync(string channel = "C1") => _slack.PostMessageAsync(new NewMessage(channel, "so"), default);

    private Task StopAsync() => _slack.StopStreamAsync(new StreamEnd("C1", "1.5"), default);
}
