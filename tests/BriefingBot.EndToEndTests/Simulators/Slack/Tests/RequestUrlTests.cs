using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class RequestUrlTests : SlackTest, IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Number, string Reason, string Body)> _received = [];
    private WebApplication _bot = null!;
    private int _status = 200;
    private string _answer = "";
    private bool _hangs;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _bot = builder.Build();
        _bot.Urls.Add("http://127.0.0.1:0");
        _bot.Run(AnswerAsync);
        await _bot.StartAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _bot.DisposeAsync();
    }

    /// <summary>The example at https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
    [Fact]
    public void Signs_as_in_the_published_example()
    {
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Slack.RequestUrls.Sign("1531420618", body));
    }

    [Fact]
    public async Task A_url_that_does_not_answer_the_challenge_is_not_taken()
    {
        _status = 500;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Slack.RequestUrls.SetAsync(Url));
        Assert.False(Slack.RequestUrls.AreSet);
    }

    [Fact]
    public async Task Events_commands_and_interactions_come_signed_in_place_of_envelopes()
    {
        await Client.ConnectAsync();
        await Slack.RequestUrls.SetAsync(Url);
        Slack.UserSays(News, Reader, "hello");
        await ReceivedAsync(2);
        Assert.Equal("hello", JsonNode.Parse(_received.ElementAt(1).Body)!["event"]!["text"].AsString());

        _answer = """{"text":"One moment."}""";
        Slack.UserRunsCommand(News, Reader, "/briefing", "ask Mali & Niger");
        await SlackSimulator.Until(() => Slack.EphemeralsFor(Reader).Count == 1, "the answer");
        Assert.Equal("ask Mali & Niger", QueryHelpers.ParseQuery(_received.ElementAt(2).Body)["text"]);

        _answer = "";
        Slack.UserUsesGlobalShortcut(Reader, "check_against_briefings");
        await ReceivedAsync(4);
        Assert.Equal("shortcut", JsonNode.Parse(QueryHelpers.ParseQuery(_received.ElementAt(3).Body)["payload"]!)!["type"].AsString());
        await SlackSimulator.Until(() => Slack.Unacknowledged.Count == 0, "the acknowledgements");
    }

    [Fact]
    public async Task A_failed_event_comes_again_with_its_number_and_reason()
    {
        await Slack.RequestUrls.SetAsync(Url);
        _status = 500;
        Slack.UserSays(News, Reader, "hello");
        await FailedAsync(2);
        Assert.Equal(("1", "http_error"), Retry(2));

        _hangs = true;
        Time.Advance(TimeSpan.FromMinutes(1));
        await ReceivedAsync(4);
        Assert.Equal(("2", "http_error"), Retry(3));
        Time.Advance(TimeSpan.FromSeconds(3));
        await FailedAsync(3);

        (_hangs, _status) = (false, 200);
        Time.Advance(TimeSpan.FromMinutes(5));
        await ReceivedAsync(5);
        Assert.Equal(("3", "http_timeout"), Retry(4));
        await SlackSimulator.Until(() => Slack.Unacknowledged.Count == 0, "the acknowledgement");
    }

    private Uri Url => new(_bot.Urls.First());

    private (string Number, string Reason) Retry(int index) => (_received.ElementAt(index).Number, _received.ElementAt(index).Reason);

    private Task ReceivedAsync(int count) => SlackSimulator.Until(() => _received.Count >= count, $"request {count}");

    private Task FailedAsync(int attempts) => SlackSimulator.Until(() => Slack.Deliveries[0].Failures == attempts, $"failure {attempts}");

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Slack.Settings.SigningSecret), Encoding.UTF8.GetBytes($"v0:{context.Request.Headers["X-Slack-Request-Timestamp"]}:{body}"));
        Assert.Equal("v0=" + Convert.ToHexStringLower(expected), context.Request.Headers["X-Slack-Signature"]);
        _received.Enqueue((context.Request.Headers["X-Slack-Retry-Num"].ToString(), context.Request.Headers["X-Slack-Retry-Reason"].ToString(), body));
        if (_hangs) await Task.Delay(Timeout.InfiniteTimeSpan, Time, context.RequestAborted);
        context.Response.StatusCode = _status;
        var challenge = body.StartsWith('{') ? JsonNode.Parse(body)!["challenge"].AsString() : null;
        await context.Response.WriteAsync(challenge ?? _answer);
    }
}
