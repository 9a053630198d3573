using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class WebApiTests : SlackTest
{
    private protected override SimulatorSettings Settings => new() { Scopes = ["chat:write", "channels:read", "channels:history"] };

    [Fact]
    public async Task Tells_who_the_bot_is_and_which_scopes_it_has()
    {
        var answer = await Client.CallAsync("auth.test");
        Assert.Equal((Slack.Bot.Id, Slack.Team.Id), (answer["user_id"].AsString(), answer["team_id"].AsString()));
        Assert.Equal("chat:write,channels:read,channels:history", Assert.Single(Client.Headers.GetValues("X-OAuth-Scopes")));
    }

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-wrong", "invalid_auth")]
    [InlineData("xapp-1-A1000-simulated-app-token", "not_allowed_token_type")]
    public async Task A_wrong_token_is_refused_with_http_200(string? token, string error)
    {
        Client.Token = token;
        Assert.Equal(error, await Client.ErrorAsync("auth.test"));
        Assert.Equal(200, Client.Status);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        var answer = await Client.FormAsync("users.info", ("user", Reader.Id));
        Assert.Equal(("missing_scope", "users:read", "chat:write,channels:read,channels:history"), (answer["error"].AsString(), answer["needed"].AsString(), answer["provided"].AsString()));
    }

    [Fact]
    public async Task The_scope_for_reading_depends_on_the_kind_of_conversation()
    {
        var answer = await Client.FormAsync("conversations.history", ("channel", Slack.DirectMessage(Reader).Id));
        Assert.Equal(("missing_scope", "im:history"), (answer["error"].AsString(), answer["needed"].AsString()));
    }

    [Fact]
    public async Task Forms_carry_the_token_and_structures_as_text()
    {
        Client.Token = null;
        var answer = await Client.FormAsync("chat.postMessage", ("token", Slack.BotToken), ("channel", News.Id), ("text", "Hello"), ("unfurl_links", "false"), ("unfurl_media", "0"),
            ("blocks", """[{"type":"section","text":{"type":"mrkdwn","text":"*Hello* https://example.org"}}]"""));
        Assert.True(answer["ok"]!.GetValue<bool>());
        Assert.Contains("*Hello*", Assert.Single(Slack.Answers(News)).Shown, StringComparison.Ordinal);
        Assert.Empty(Slack.UnfurledLinks);
        Assert.DoesNotContain(Slack.BotToken, Slack.Journal.Calls("chat.postMessage")[0].Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structures_that_are_not_json_are_refused()
    {
        var answer = await Client.FormAsync("chat.postMessage", ("channel", News.Id), ("blocks", "[{"));
        Assert.Equal("invalid_blocks_format", answer["error"].AsString());
    }

    [Fact]
    public async Task A_token_in_json_does_not_count()
    {
        Client.Token = null;
        Assert.Equal("not_authed", await Client.ErrorAsync("auth.test", new JsonObject { ["token"] = Slack.BotToken }));
    }

    [Fact]
    public async Task Reading_methods_do_not_read_json()
    {
        Assert.Equal("channel_not_found", await Client.ErrorAsync("conversations.info", InNews()));
        Assert.Equal("news", (await Client.FormAsync("conversations.info", ("channel", News.Id)))["channel"]!["name"].AsString());
    }

    [Fact]
    public async Task A_method_that_does_not_exist_is_unknown() => Assert.Equal("unknown_method", await Client.ErrorAsync("chat.shout"));

    [Fact]
    public async Task History_leaves_replies_to_their_thread_and_comes_in_pages()
    {
        var root = await Client.PostAsync(News.Id, "first");
        await Client.PostAsync(News.Id, "reply", arguments => arguments["thread_ts"] = root);
        await Client.PostAsync(News.Id, "second");

        var first = await Client.FormAsync("conversations.history", ("channel", News.Id), ("limit", "1"));
        Assert.Equal("second", first["messages"]![0]!["text"].AsString());
        Assert.True(first["has_more"]!.GetValue<bool>());
        var second = await Client.FormAsync("conversations.history", ("channel", News.Id), ("limit", "1"), ("cursor", first["response_metadata"]!["next_cursor"].AsString()!));
        Assert.Equal(("first", 1), (second["messages"]![0]!["text"].AsString(), second["messages"]![0]!["reply_count"].AsInt()));
        Assert.False(second["has_more"]!.GetValue<bool>());

        var thread = await Client.FormAsync("conversations.replies", ("channel", News.Id), ("ts", root));
        Assert.Equal(["first", "reply"], thread["messages"]!.AsArray().Select(message => message!["text"].AsString()!));
    }
}
