namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class RateLimitTests : SlackTest
{
    [Fact]
    public async Task Posting_is_one_a_second_in_a_channel_after_a_short_burst()
    {
        for (var i = 0; i < 5; i++) await Client.PostAsync(News.Id, "x");
        Assert.Equal("ratelimited", await Client.ErrorAsync("chat.postMessage", InNews("""{"text":"x"}""")));
        Assert.Equal((429, "1"), (Client.Status, Assert.Single(Client.Headers.GetValues("Retry-After"))));
        await Client.PostAsync(Slack.DirectMessage(Reader).Id, "another channel");
        Time.Advance(TimeSpan.FromSeconds(1));
        await Client.PostAsync(News.Id, "x");
        Assert.Equal(1, Slack.RateLimits.Exceeded);
    }

    [Fact]
    public async Task A_tier_counts_calls_of_one_method_in_a_minute()
    {
        var ts = await Client.PostAsync(News.Id, "x");
        for (var i = 0; i < 50; i++) Assert.Equal("", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"x"}""")));
        Assert.Equal("ratelimited", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"x"}""")));
        Assert.Equal("60", Assert.Single(Client.Headers.GetValues("Retry-After")));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("", await Client.ErrorAsync("chat.update", InNews($$"""{"ts":"{{ts}}","text":"x"}""")));
    }

    [Fact]
    public async Task Limits_can_be_off_and_a_refusal_forced()
    {
        Slack.RateLimits.Enforced = false;
        for (var i = 0; i < 10; i++) await Client.PostAsync(News.Id, "x");
        Slack.RateLimits.Refuse("chat.postMessage", TimeSpan.FromSeconds(30));
        await Client.CallAsync("chat.postMessage", InNews("""{"text":"x"}"""));
        Assert.Equal("30", Assert.Single(Client.Headers.GetValues("Retry-After")));
        Assert.Equal(0, Slack.RateLimits.Exceeded);
    }
}
