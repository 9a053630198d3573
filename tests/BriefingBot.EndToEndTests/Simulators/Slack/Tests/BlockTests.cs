using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class BlockTests : SlackTest
{
    private const string Button = """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"TEXT"},"value":"VALUE"}]}""";

    [Theory]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"TEXT"}}""", 3000, "/blocks/0/text/text")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"TEXT"}]}""", 2000, "/blocks/0/fields/0/text")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"TEXT"}}""", 150, "/blocks/0/text/text")]
    [InlineData("""{"type":"markdown","text":"TEXT"}""", 12_000, "/blocks/0/text")]
    [InlineData("""{"type":"context","elements":[{"type":"mrkdwn","text":"TEXT"}]}""", 3000, "/blocks/0/elements/0/text")]
    [InlineData("""{"type":"divider","block_id":"TEXT"}""", 255, "/blocks/0/block_id")]
    [InlineData(Button, 75, "/blocks/0/elements/0/text/text")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"value":"TEXT"}]}""", 2000, "/blocks/0/elements/0/value")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"action_id":"TEXT"}]}""", 255, "/blocks/0/elements/0/action_id")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"TEXT"},"value":"x"}]}]}""", 75, "/blocks/0/elements/0/options/0/text/text")]
    [InlineData("""{"type":"image","image_url":"https://example.org/a.png","alt_text":"TEXT"}""", 2000, "/blocks/0/alt_text")]
    public async Task A_text_may_be_as_long_as_its_limit_and_no_longer(string block, int limit, string at)
    {
        Assert.True((await PostAsync(block.Replace("TEXT", new string('é', limit), StringComparison.Ordinal)))["ok"]!.GetValue<bool>());
        var refused = await PostAsync(block.Replace("TEXT", new string('é', limit + 1), StringComparison.Ordinal));
        Assert.Equal("invalid_blocks", refused["error"].AsString());
        Assert.Equal($"[ERROR] must be less than {limit + 1} characters [json-pointer:{at}]", refused["response_metadata"]!["messages"]![0].AsString());
        Assert.Equal($"must be less than {limit + 1} characters [json-pointer:{at}]", refused["errors"]![0].AsString());
    }

    [Theory]
    [InlineData("""{"type":"blink"}""", "unsupported type: blink [json-pointer:/blocks/0/type]")]
    [InlineData("""{"type":"section"}""", "missing required field: text [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":""}}""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("""{"type":"actions","elements":[]}""", "no less than 1 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData("""{"type":"actions","elements":[{"type":"plain_text_input"}]}""", "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""{"type":"context_actions","elements":[{"type":"feedback_buttons","positive_button":{"text":{"type":"plain_text","text":"x"},"value":"1"}}]}""", "missing required field: negative_button [json-pointer:/blocks/0/elements/0]")]
    [InlineData("""{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}""", "block_id already exists: a [json-pointer:/blocks/1/block_id]")]
    public async Task A_block_that_slack_does_not_know_is_refused_with_its_place(string blocks, string message) =>
        Assert.Equal(message, (await PostAsync(blocks))["errors"]![0].AsString());

    [Fact]
    public async Task Counts_are_held_to_their_limits()
    {
        Assert.Equal("", await CountAsync("""{"type":"divider"}""", 50));
        Assert.Equal("no more than 50 items allowed [json-pointer:/blocks]", await CountAsync("""{"type":"divider"}""", 51));
        Assert.Equal("", await CountAsync("""{"type":"mrkdwn","text":"x"}""", 10, "context"));
        Assert.Equal("no more than 10 items allowed [json-pointer:/blocks/0/elements]", await CountAsync("""{"type":"mrkdwn","text":"x"}""", 11, "context"));
        Assert.Equal("", await CountAsync("""{"type":"button","text":{"type":"plain_text","text":"x"}}""", 25, "actions"));
        Assert.Equal("no more than 25 items allowed [json-pointer:/blocks/0/elements]", await CountAsync("""{"type":"button","text":{"type":"plain_text","text":"x"}}""", 26, "actions"));
    }

    [Fact]
    public async Task Markdown_blocks_share_one_limit()
    {
        var half = $$"""{"type":"markdown","text":"{{new string('x', 6001)}}"}""";
        Assert.Equal("msg_blocks_too_long", (await PostAsync($"{half},{half}"))["error"].AsString());
    }

    [Fact]
    public async Task Ids_that_the_app_left_out_are_made_up()
    {
        await PostAsync("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"}}]}""");
        var message = Assert.Single(Slack.Answers(News));
        Assert.Single(message.ActionIds);
        Assert.NotNull(message.Blocks[0]!["block_id"].AsString());
    }

    private async Task<string> CountAsync(string item, int count, string? within = null)
    {
        var items = string.Join(',', Enumerable.Repeat(item, count));
        var answer = await PostAsync(within is null ? items : $$"""{"type":"{{within}}","elements":[{{items}}]}""");
        return answer["errors"]?[0].AsString() ?? "";
    }

    private Task<JsonObject> PostAsync(string blocks)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return Client.CallAsync("chat.postMessage", InNews($$"""{"text":"x","blocks":[{{blocks}}]}"""));
    }
}
