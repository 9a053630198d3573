using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class StreamTests : SlackTest
{
    [Fact]
    public async Task A_stream_grows_and_is_an_answer_once_it_is_stopped()
    {
        var question = Slack.UserSays(News, Reader, "question");
        var ts = await StartAsync(question.Ts);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Client.CallAsync("chat.appendStream", InNews($$"""{"ts":"{{ts}}","markdown_text":"One "}"""));
        await Client.CallAsync("chat.appendStream", InNews($$"""{"ts":"{{ts}}","chunks":[{"type":"markdown_text","text":"two"},{"type":"blocks","blocks":[{"type":"divider"}]}]}"""));
        Assert.Empty(Slack.Answers(News));

        var stopped = await Client.CallAsync("chat.stopStream", InNews($$"""{"ts":"{{ts}}","markdown_text":".","metadata":{"event_type":"answer","event_payload":{} } }"""));

        var message = Assert.Single(Slack.Answers(News));
        Assert.Equal(("One two.", question.Ts), (message.Text, message.ThreadTs));
        Assert.Equal(["One ", "two", "."], message.Stream!.Parts);
        Assert.Equal("answer", message.Metadata!["event_type"].AsString());
        Assert.Equal("completed", stopped["message"]!["streaming_state"].AsString());
        Assert.Same(message, Assert.Single(Slack.Streams));
    }

    [Fact]
    public async Task A_stream_in_a_channel_needs_its_reader_and_one_in_a_direct_message_does_not()
    {
        var root = Slack.UserSays(News, Reader, "question").Ts;
        Assert.Equal("missing_recipient_user_id", await Client.ErrorAsync("chat.startStream", InNews($$"""{"thread_ts":"{{root}}"}""")));
        Assert.Equal("missing_recipient_team_id", await Client.ErrorAsync("chat.startStream", InNews($$"""{"thread_ts":"{{root}}","recipient_user_id":"{{Reader.Id}}"}""")));
        Assert.Equal("user_not_found", await Client.ErrorAsync("chat.startStream", InNews($$"""{"thread_ts":"{{root}}","recipient_user_id":"U0","recipient_team_id":"{{Slack.Team.Id}}"}""")));

        var dm = Slack.DirectMessage(Reader);
        Assert.Equal("", await Client.ErrorAsync("chat.startStream", new JsonObject { ["channel"] = dm.Id, ["thread_ts"] = Slack.UserSays(dm, Reader, "question").Ts }));
    }

    [Fact]
    public async Task A_stream_is_over_after_five_minutes_and_can_then_be_updated()
    {
        var ts = await StartAsync(Slack.UserSays(News, Reader, "question").Ts);
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("streaming_state_conflict", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"x"}""")));
        Assert.Equal("", await Client.ErrorAsync("chat.appendStream", InNews($$"""{"ts":"{{ts}}","markdown_text":"x"}""")));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("message_not_in_streaming_state", await Client.ErrorAsync("chat.appendStream", InNews($$"""{"ts":"{{ts}}","markdown_text":"x"}""")));
        Assert.Equal("message_not_in_streaming_state", await Client.ErrorAsync("chat.stopStream", InNews($$"""{"ts":"{{ts}}"}""")));
        Assert.Equal("", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"Rescued"}""")));
    }

    [Theory]
    [InlineData("chat.appendStream", "{}", "no_text")]
    [InlineData("chat.appendStream", """{"markdown_text":"x","text":"y"}""", "markdown_text_conflict")]
    [InlineData("chat.stopStream", """{"blocks":[{"type":"blink"}]}""", "invalid_blocks")]
    public async Task What_does_not_belong_into_a_stream_is_refused(string method, string arguments, string error)
    {
        var call = InNews(arguments);
        call["ts"] = await StartAsync(Slack.UserSays(News, Reader, "question").Ts);
        Assert.Equal(error, await Client.ErrorAsync(method, call));
    }

    [Fact]
    public async Task A_message_that_never_streamed_cannot_be_appended_to()
    {
        var ts = await Client.PostAsync(News.Id, "x");
        Assert.Equal("message_not_in_streaming_state", await Client.ErrorAsync("chat.appendStream", InNews($$"""{"ts":"{{ts}}","markdown_text":"x"}""")));
        Assert.Equal("message_not_owned_by_app", await Client.ErrorAsync("chat.appendStream", InNews($$"""{"ts":"{{Slack.UserSays(News, Reader, "x").Ts}}","markdown_text":"x"}""")));
    }

    private async Task<string> StartAsync(string thread)
    {
        var answer = await Client.CallAsync("chat.startStream", InNews($$"""{"thread_ts":"{{thread}}","recipient_user_id":"{{Reader.Id}}","recipient_team_id":"{{Slack.Team.Id}}"}"""));
        return answer["ts"].AsString()!;
    }
}
