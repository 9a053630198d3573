using BriefingBot.Feeds;

namespace BriefingBot.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private readonly ObservedTime _time = new();

    private DateTimeOffset Now => _time.GetUtcNow();

    [Theory]
    [InlineData(null, 0, 30)]
    [InlineData(60, 0, 30)]
    [InlineData(7200, 0, 120)]
    [InlineData(7200, 240, 240)]
    [InlineData(null, 5, 30)]
    [InlineData(9_999_999, 0, 1440)]
    [InlineData(null, 9_999_999, 1440)]
    public void A_feed_comes_due_after_the_longest_that_anyone_asks_for_with_a_little_chance(int? freshSeconds, int timeToLive, int minutes)
    {
        var feed = Schedule().Succeeded(Feed(failures: 3) with { MinutesToLive = timeToLive }, freshSeconds is { } s ? TimeSpan.FromSeconds(s) : null);

        Assert.InRange(feed.Due - Now, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes * (1 + FeedSchedule.Jitter)));
        Assert.Equal((0, "", Now), (feed.Failures, feed.Error, feed.Fetched));
    }

    [Theory]
    [InlineData(0, null, 30)]
    [InlineData(1, null, 60)]
    [InlineData(4, null, 480)]
    [InlineData(5, null, 960)]
    [InlineData(6, null, 1440)]
    [InlineData(600, null, 1440)]
    [InlineData(0, 7200, 120)]
    [InlineData(2, 60, 120)]
    public void A_feed_that_fails_is_asked_less_and_less_but_every_day(int failures, int? retryAfter, int minutes)
    {
        var feed = Schedule().Failed(Feed(failures), "answered 503", retryAfter is { } s ? TimeSpan.FromSeconds(s) : null);

        Assert.InRange(feed.Due - Now, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes * (1 + FeedSchedule.Jitter)));
        Assert.Equal((failures + 1, "answered 503", retryAfter is { } held ? Now.AddSeconds(held) : null), (feed.Failures, feed.Error, feed.HeldUntil));
    }

    [Fact]
    public void A_longer_interval_that_was_configured_is_kept_to() =>
        Assert.InRange(Schedule(2880).Succeeded(Feed(0), null).Due - Now, TimeSpan.FromDays(2), TimeSpan.FromDays(2.2));

    [Fact]
    public async Task Feeds_are_looked_at_each_minute_and_a_round_that_fails_does_not_end_it()
    {
        var (rounds, failures) = (0, new List<string>());
        using var stop = new CancellationTokenSource();
        var running = new FeedWatch(_ => ++rounds == 1 ? throw new IOException("disk") : Task.CompletedTask, e => failures.Add(e.Message), _time).RunAsync(stop.Token);

        await _time.PassAsync(60, 60);
        await _time.WaitAsync(60, 60);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal((2, "disk"), (rounds, Assert.Single(failures)));
    }

    [Theory]
    [InlineData("https://example.org/a/?utm_source=x&id=7&utm_medium=y#top", "example.org/a?id=7")]
    [InlineData("http://EXAMPLE.org:80/a", "example.org/a")]
    [InlineData("https://example.org/", "example.org")]
    [InlineData("https://example.org/a?fbclid=1&gclid=2&at_campaign=3", "example.org/a")]
    [InlineData("https://example.org/a?b=1&c=2", "example.org/a?b=1&c=2")]
    [InlineData("https://example.org:8443/a", "example.org:8443/a")]
    public void Ways_to_write_an_address_are_brought_into_one(string link, string normalised) => Assert.Equal(normalised, ItemLink.Normalise(new Uri(link)));

    private FeedSchedule Schedule(int minutes = 30) => new(new FeedsOptions { Minutes = minutes }, _time, new Random(1));

    private Feed Feed(int failures) => new() { Url = "https://example.org/feed", Added = Now, Due = Now, Failures = failures };
}
