using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class MessageTests : SlackTest
{
    [Fact]
    public async Task A_message_is_posted_updated_and_deleted()
    {
        var ts = await Client.PostAsync(News.Id, "Draft");
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"Final"}""")));

        var message = Assert.Single(Slack.Answers(News));
        Assert.Equal(("Final", "Draft"), (message.Text, Assert.Single(message.EarlierTexts)));
        Assert.Equal(TimeSpan.FromSeconds(2), Slack.FastestEdit(message));

        Assert.Equal("", await Client.ErrorAsync("chat.delete", InNews($$"""{"ts":"{{ts}}"}""")));
        Assert.Empty(Slack.Answers(News));
        Assert.Equal("message_not_found", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"x"}""")));
    }

    [Fact]
    public async Task Only_the_bots_own_messages_can_be_changed()
    {
        var said = Slack.UserSays(News, Reader, "mine");
        Assert.Equal("cant_update_message", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{said.Ts}}","text":"x"}""")));
        Assert.Equal("cant_delete_message", await Client.ErrorAsync("chat.delete", InNews($$"""{"ts":"{{said.Ts}}"}""")));
    }

    [Fact]
    public async Task Where_the_bot_may_post_depends_on_the_channel()
    {
        var (open, hidden) = (Slack.AddChannel("open", withBot: false), Slack.AddChannel("hidden", isPrivate: true, withBot: false));
        Assert.Equal("not_in_channel", await Client.ErrorAsync("chat.postMessage", new JsonObject { ["channel"] = open.Id, ["text"] = "x" }));
        Assert.Equal("channel_not_found", await Client.ErrorAsync("chat.postMessage", new JsonObject { ["channel"] = hidden.Id, ["text"] = "x" }));
        News.IsArchived = true;
        Assert.Equal("is_archived", await Client.ErrorAsync("chat.postMessage", InNews("""{"text":"x"}""")));

        await Client.PostAsync(Reader.Id, "to a person");
        Assert.Equal("to a person", Assert.Single(Slack.Answers(Slack.DirectMessage(Reader))).Text);
    }

    [Theory]
    [InlineData("{}", "no_text")]
    [InlineData("""{"text":" "}""", "no_text")]
    [InlineData("""{"text":"x","markdown_text":"y"}""", "markdown_text_conflict")]
    [InlineData("""{"text":"x","blocks":{}}""", "invalid_blocks_format")]
    [InlineData("""{"text":"x","thread_ts":"yesterday"}""", "invalid_thread_ts")]
    [InlineData("""{"text":"x","metadata":"y"}""", "invalid_metadata_format")]
    [InlineData("""{"text":"x","metadata":{"event_type":"y"}}""", "invalid_metadata_schema")]
    public async Task A_message_that_says_nothing_or_contradicts_itself_is_refused(string arguments, string error) =>
        Assert.Equal(error, await Client.ErrorAsync("chat.postMessage", InNews(arguments)));

    [Fact]
    public async Task Lengths_are_held_to_their_limits()
    {
        Assert.Equal("msg_too_long", await Client.ErrorAsync("chat.postMessage", InNews(new JsonObject { ["markdown_text"] = new string('x', 12_001) }.ToJsonString())));
        Assert.Equal("metadata_too_large", await Client.ErrorAsync("chat.postMessage", InNews(new JsonObject { ["text"] = "x", ["metadata"] = new JsonObject { ["event_type"] = "y", ["event_payload"] = new JsonObject { ["z"] = new string('x', 17_000) } } }.ToJsonString())));

        var ts = await Client.PostAsync(News.Id, new string('x', 40_001));
        Assert.Equal(40_000, Assert.Single(Slack.Answers(News)).Text.Length);
        Assert.Equal("msg_too_long", await Client.ErrorAsync("chat.update", InNews(new JsonObject { ["ts"] = ts, ["text"] = new string('x', 4001) }.ToJsonString())));
        Assert.Equal("", await Client.ErrorAsync("chat.update", InNews(new JsonObject { ["ts"] = ts, ["text"] = new string('x', 4000) }.ToJsonString())));
    }

    [Fact]
    public async Task An_ephemeral_message_is_for_one_member_alone()
    {
        var (other, stranger) = (Slack.AddUser("other"), Slack.AddUser("stranger"));
        News.Members.Add(other);
        Assert.Equal("user_not_in_channel", await Client.ErrorAsync("chat.postEphemeral", InNews($$"""{"user":"{{stranger.Id}}","text":"psst"}""")));

        var answer = await Client.CallAsync("chat.postEphemeral", InNews($$"""{"user":"{{Reader.Id}}","text":"psst"}"""));

        Assert.Equal("psst", Assert.Single(Slack.EphemeralsFor(Reader)).Text);
        Assert.Single(Slack.Answers(News, Reader));
        Assert.Empty(Slack.Answers(News, other));
        Assert.Empty(Slack.Answers(News));
        Assert.Equal("message_not_found", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{answer["message_ts"]}}","text":"x"}""")));
    }

    [Fact]
    public async Task Metadata_is_kept_by_updates_and_read_when_asked_for()
    {
        var ts = await Client.PostAsync(News.Id, "Answer", arguments => arguments["metadata"] = Json("""{"event_type":"answer","event_payload":{"id":"7"}}"""));
        await Client.CallAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"Better"}"""));

        var plain = await Client.FormAsync("conversations.history", ("channel", News.Id));
        Assert.Null(plain["messages"]![0]!["metadata"]);
        var whole = await Client.FormAsync("conversations.history", ("channel", News.Id), ("include_all_metadata", "true"));
        Assert.Equal("7", whole["messages"]![0]!["metadata"]!["event_payload"]!["id"].AsString());
    }

    [Fact]
    public async Task A_reply_to_a_reply_is_in_the_same_thread()
    {
        var root = Slack.UserSays(News, Reader, "question");
        var reply = await Client.PostAsync(News.Id, "one", arguments => arguments["thread_ts"] = root.Ts);
        await Client.PostAsync(News.Id, "two", arguments => arguments["thread_ts"] = reply);
        Assert.Equal(["one", "two"], Slack.Thread(root).Select(message => message.Text));
    }

    [Theory]
    [InlineData("""{"text":"<!here> come"}""", "here")]
    [InlineData("""{"text":"<!channel|all>"}""", "channel")]
    [InlineData("""{"text":"<!subteam^S123>"}""", "!S123")]
    [InlineData("""{"text":"@here","link_names":true}""", "here")]
    [InlineData("""{"text":"@reader","parse":"full"}""", "READER")]
    [InlineData("""{"text":"<@READER>"}""", "READER")]
    [InlineData("""{"text":"x","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<!everyone>"}}]}""", "everyone")]
    [InlineData("""{"text":"x","blocks":[{"type":"markdown","text":"<@READER>"}]}""", "READER")]
    [InlineData("""{"text":"x","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"channel"}]}]}]}""", "channel")]
    public async Task A_message_that_notifies_is_seen(string arguments, string whom)
    {
        await Client.CallAsync("chat.postMessage", InNews(arguments.Replace("READER", Reader.Id, StringComparison.Ordinal)));
        Assert.Equal([whom.Replace("READER", Reader.Id, StringComparison.Ordinal)], Assert.Single(Slack.PingingMessages).Pings);
    }

    [Theory]
    [InlineData("""{"text":"@here, @channel and @reader"}""")]
    [InlineData("""{"text":"&lt;!here&gt;"}""")]
    [InlineData("""{"text":"x","blocks":[{"type":"section","text":{"type":"plain_text","text":"<!here>"}}]}""")]
    public async Task Names_without_markup_notify_nobody(string arguments)
    {
        Assert.Equal("", await Client.ErrorAsync("chat.postMessage", InNews(arguments)));
        Assert.Empty(Slack.PingingMessages);
    }

    [Fact]
    public async Task Links_may_be_shown_unless_both_switches_are_off()
    {
        await Client.PostAsync(News.Id, "<https://example.org/a|A>", arguments => arguments["unfurl_links"] = false);
        Assert.Equal(["https://example.org/a"], Slack.UnfurledLinks);
        await Client.PostAsync(News.Id, "<https://example.org/b|B>", arguments => (arguments["unfurl_links"], arguments["unfurl_media"]) = (false, false));
        Assert.Single(Slack.UnfurledLinks);
    }
}
