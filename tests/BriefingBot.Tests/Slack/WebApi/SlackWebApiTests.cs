using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.WebApi;

/// <summary>What goes over the wire, and what comes back.</summary>
public sealed class SlackWebApiTests : IDisposable
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"1503435956.000247","message":{"text":"so"}}""";
    private const string Viewed = """{"ok":true,"view":{"id":"V1","hash":"156663117.cd33ad1f","blocks":[]}}""";

    private readonly ScriptedApi _api = new();
    private readonly HttpClient _http;
    private readonly SlackWebApi _slack;

    public SlackWebApiTests()
    {
        _http = new HttpClient(_api);
        _slack = new SlackWebApi(_http, new SlackOptions { BotToken = "xoxb-bot", AppToken = "xapp-app", BaseUrl = "http://slack.test/api/" }, new ObservedTime(), NullLogger<SlackWebApi>.Instance);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_message_is_posted_as_json_without_previews_and_without_names_made_links()
    {
        _api.Then(200, Posted);

        var posted = await _slack.PostMessageAsync(
            new NewMessage("C1", "Libyé <x>") { ThreadTs = "1.2", Blocks = [new JsonObject { ["type"] = "divider" }], Metadata = new JsonObject { ["event_type"] = "answer", ["event_payload"] = new JsonObject { ["key"] = "k-0" } } }, default);

        Assert.Equal(new PostedMessage("C1", "1503435956.000247"), posted);
        var request = Assert.Single(_api.Requests);
        Assert.Equal(("POST", "/api/chat.postMessage", "Bearer xoxb-bot", "application/json; charset=utf-8"), (request.Method, request.Path, request.Authorization, request.ContentType));
        Assert.Matches(@"^BriefingBot/\d+\.\d+\.\d+$", request.UserAgent);
        AssertJson(
            """
            {"channel":"C1","text":"Libyé <x>","thread_ts":"1.2","blocks":[{"type":"divider"}],"metadata":{"event_type":"answer","event_payload":{"key":"k-0"}},
             "unfurl_links":false,"unfurl_media":false,"parse":"none","link_names":false}
            """,
            request.Body);
    }

    [Fact]
    public async Task A_message_for_one_person_says_for_whom_and_carries_no_metadata()
    {
        _api.Then(200, """{"ok":true,"message_ts":"1502210682.580145"}""");

        Assert.Equal("1502210682.580145", await _slack.PostEphemeralAsync(new NewMessage("C1", "psst") { Metadata = [] }, "U1", default));

        AssertJson("""{"channel":"C1","text":"psst","user":"U1","parse":"none","link_names":false}""", _api.Requests.Single().Body);
    }

    [Fact]
    public async Task An_edit_makes_no_links_of_names_either()
    {
        _api.Then(200, Posted);

        await _slack.UpdateMessageAsync(new MessageEdit("C1", "1.2", "@here") { Blocks = [] }, default);

        AssertJson("""{"channel":"C1","ts":"1.2","text":"@here","blocks":[],"parse":"none","link_names":false}""", _api.Requests.Single().Body);
    }

    [Fact]
    public async Task A_message_that_is_gone_already_counts_as_deleted()
    {
        _api.Then(200, """{"ok":false,"error":"message_not_found"}""");

        await _slack.DeleteMessageAsync("C1", "1.2", default);

        Assert.Equal("/api/chat.delete", _api.Requests.Single().Path);
    }

    [Fact]
    public async Task A_stream_is_started_appended_to_and_stopped()
    {
        _api.Then(200, Posted).Then(200, """{"ok":true}""").Then(200, """{"ok":true}""");

        var started = await _slack.StartStreamAsync(new StreamStart("C1", "1.2") { RecipientUserId = "U1", RecipientTeamId = "T1", MarkdownText = "a" }, default);
        await _slack.AppendStreamAsync("C1", started.Ts, "b", default);
        await _slack.StopStreamAsync(new StreamEnd("C1", started.Ts) { Blocks = [] }, default);

        Assert.Equal(["/api/chat.startStream", "/api/chat.appendStream", "/api/chat.stopStream"], _api.Requests.Select(r => r.Path));
        AssertJson("""{"channel":"C1","thread_ts":"1.2","recipient_user_id":"U1","recipient_team_id":"T1","markdown_text":"a"}""", _api.Requests.ElementAt(0).Body);
        AssertJson("""{"channel":"C1","ts":"1503435956.000247","markdown_text":"b"}""", _api.Requests.ElementAt(1).Body);
        AssertJson("""{"channel":"C1","ts":"1503435956.000247","blocks":[]}""", _api.Requests.ElementAt(2).Body);
    }

    [Fact]
    public async Task An_assistant_thread_gets_status_prompts_and_title()
    {
        _api.Then(200, """{"ok":true}""").Then(200, """{"ok":true}""").Then(200, """{"ok":true}""");

        await _slack.SetStatusAsync("D1", "1.2", "is reading…", default);
        await _slack.SetSuggestedPromptsAsync("D1", "1.2", null, [new SuggestedPrompt("Today", "What is new today?")], default);
        await _slack.SetTitleAsync("D1", "1.2", "Harbour strike", default);

        AssertJson("""{"channel_id":"D1","thread_ts":"1.2","status":"is reading…"}""", _api.Requests.ElementAt(0).Body);
        AssertJson("""{"channel_id":"D1","thread_ts":"1.2","prompts":[{"title":"Today","message":"What is new today?"}]}""", _api.Requests.ElementAt(1).Body);
        AssertJson("""{"channel_id":"D1","thread_ts":"1.2","title":"Harbour strike"}""", _api.Requests.ElementAt(2).Body);
        Assert.Equal(["setStatus", "setSuggestedPrompts", "setTitle"], _api.Requests.Select(r => r.Path.Split('.')[^1]));
    }

    [Fact]
    public async Task Views_are_opened_updated_and_published()
    {
        _api.Then(200, Viewed).Then(200, Viewed).Then(200, Viewed);
        var view = new JsonObject { ["type"] = "modal" };

        Assert.Equal(new View("V1", "156663117.cd33ad1f"), await _slack.OpenViewAsync("trigger", view, default));
        await _slack.UpdateViewAsync("V1", view, "156663117.cd33ad1f", default);
        await _slack.PublishViewAsync("U1", view, null, default);

        AssertJson("""{"trigger_id":"trigger","view":{"type":"modal"}}""", _api.Requests.ElementAt(0).Body);
        AssertJson("""{"view_id":"V1","view":{"type":"modal"},"hash":"156663117.cd33ad1f"}""", _api.Requests.ElementAt(1).Body);
        AssertJson("""{"user_id":"U1","view":{"type":"modal"}}""", _api.Requests.ElementAt(2).Body);
    }

    [Fact]
    public async Task What_Slack_reads_from_forms_only_is_sent_as_a_form()
    {
        _api.Then(200, """{"ok":true,"channel":{"id":"C1","name":"news","is_ext_shared":true,"is_private":false,"new":{}}}""")
            .Then(200, """{"ok":true,"user":{"id":"U1","team_id":"T1","is_ultra_restricted":true,"is_restricted":true,"tz":"Europe/Amsterdam","profile":{}}}""");

        var channel = await _slack.GetConversationAsync("C1", default);
        var user = await _slack.GetUserAsync("U1", default);

        Assert.Equal(("news", true, false), (channel.Name, channel.IsExtShared, channel.IsIm));
        Assert.Equal(("T1", true, "Europe/Amsterdam", false), (user.TeamId, user.IsRestricted, user.Tz, user.IsAdmin));
        Assert.All(_api.Requests, r => Assert.Equal("application/x-www-form-urlencoded", r.ContentType));
        Assert.Equal(["channel=C1", "user=U1"], _api.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task A_direct_message_is_opened_with_a_person()
    {
        _api.Then(200, """{"ok":true,"channel":{"id":"D1","is_im":true,"user":"U1"}}""");

        Assert.Equal("D1", (await _slack.OpenDirectMessageAsync("U1", default)).Id);

        AssertJson("""{"users":"U1","return_im":true}""", _api.Requests.Single().Body);
    }

    [Fact]
    public async Task Our_message_is_found_again_by_its_metadata_page_by_page()
    {
        _api.Then(200, """{"ok":true,"messages":[{"ts":"1.2","user":"U1","text":"?"}],"has_more":true,"response_metadata":{"next_cursor":"bmV4dA=="}}""")
            .Then(200, """{"ok":true,"messages":[{"ts":"1.2"},{"ts":"1.3","bot_id":"B1","metadata":{"event_type":"answer","event_payload":{"key":"k-0"}}}],"has_more":false,"response_metadata":{"next_cursor":""}}""");

        var first = await _slack.GetRepliesAsync("C1", "1.2", null, null, default);
        var second = await _slack.GetRepliesAsync("C1", "1.2", "1.1", first.NextCursor, default);

        Assert.Equal("bmV4dA==", first.NextCursor);
        Assert.Null(second.NextCursor);
        Assert.Equal("k-0", second.Messages[1].Metadata!.EventPayload.GetProperty("key").GetString());
        Assert.Equal(
            ["channel=C1&ts=1.2&include_all_metadata=true&limit=200", "channel=C1&ts=1.2&include_all_metadata=true&limit=200&oldest=1.1&cursor=bmV4dA%3D%3D"],
            _api.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task A_token_says_whom_it_speaks_for_and_which_scopes_it_lacks()
    {
        _api.Then(200, """{"ok":true,"url":"https://x.slack.com/","team":"X","user":"briefings","team_id":"T1","user_id":"U9","bot_id":"B9"}""", ("X-OAuth-Scopes", "chat:write,app_mentions:read"))
            .Then(200, """{"ok":true,"team_id":"T1","user_id":"U9"}""");

        var identity = await _slack.TestAuthAsync(default);
        var silent = await _slack.TestAuthAsync(default);

        Assert.Equal(("U9", "T1", "B9"), (identity.UserId, identity.TeamId, identity.BotId));
        Assert.Equal(["commands"], identity.Missing(["chat:write", "commands"]));
        Assert.Null(silent.Scopes);
        Assert.Empty(silent.Missing(["commands"]));
    }

    [Fact]
    public async Task A_socket_is_opened_with_the_apps_token()
    {
        _api.Then(200, """{"ok":true,"url":"wss://wss-primary.slack.com/link/?ticket=1&app_id=2"}""").Then(200, """{"ok":true,"url":"https://elsewhere.test/"}""");

        Assert.Equal("wss-primary.slack.com", (await _slack.OpenConnectionAsync(default)).Host);
        Assert.Equal("Bearer xapp-app", _api.Requests.Single().Authorization);
        await Assert.ThrowsAsync<SlackException>(() => _slack.OpenConnectionAsync(default));
    }

    [Fact]
    public async Task A_response_url_is_answered_without_a_token()
    {
        _api.Then(200, "ok").Then(200, """{"ok":true}""");

        await _slack.RespondAsync(new Uri("http://hooks.slack.test/commands/T1/2/secret"), new UrlResponse("so") { ResponseType = UrlResponse.Ephemeral, ReplaceOriginal = true }, default);
        await _slack.RespondAsync(new Uri("http://slack.test/actions/T1/2/secret"), new UrlResponse("so"), default);

        Assert.All(_api.Requests, r => Assert.Null(r.Authorization));
        Assert.Equal("/commands/T1/2/secret", _api.Requests.First().Path);
        AssertJson("""{"text":"so","response_type":"ephemeral","replace_original":true,"unfurl_links":false,"unfurl_media":false}""", _api.Requests.First().Body);
    }

    [Theory]
    [InlineData("http://evil.test/")]
    [InlineData("http://notslack.test/")]
    [InlineData("https://slack.test.evil.test/")]
    [InlineData("file:///etc/passwd")]
    public async Task Nothing_is_sent_to_a_response_url_elsewhere(string url)
    {
        await Assert.ThrowsAsync<SlackException>(() => _slack.RespondAsync(new Uri(url), new UrlResponse("so"), default));

        Assert.Empty(_api.Requests);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(actual).RootElement), actual);
}
