using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Subscriptions;

public sealed class ScheduledDigestTests : IDisposable
{
    private readonly ChatDesk _desk = DigestDesk.Make();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_digest_comes_at_its_time_once_and_goes_on_where_the_last_one_ended()
    {
        await _desk.SubscribeAsync();

        await _desk.AtAsync("2024-03-19 07:59");
        Assert.Empty(_desk.Digests());
        await _desk.AtAsync("2024-03-19 08:00");
        await _desk.AtAsync("2024-03-19 08:01");
        await _desk.AtAsync("2024-03-19 23:59");
        var first = Assert.Single(_desk.Digests());
        Assert.Contains(Strand.Vote.Title, first.Headlines());
        Assert.Equal("Digest: Tuesday, 19 March 2024", first.Part<DigestPart>().Heading);

        await _desk.AtAsync("2024-03-20 08:00");
        var second = _desk.Digests()[1].Part<DigestPart>();
        Assert.DoesNotContain(Strand.Vote.Title, second.Stories.Select(s => s.Headline));
        Assert.StartsWith("19 Mar 2024 08:00 to 20 Mar 2024 08:00 UTC", second.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_goes_on_is_an_update_and_one_that_does_not_is_not_sent_again()
    {
        // Only the day of these articles is known, so both days' digests look at Tuesday's.
        await _desk.SubscribeAsync(new SubscribeRequest("23:00"), DigestDesk.Direct);
        _desk.Time.AdjustTime(new DateTimeOffset(2024, 3, 18, 12, 0, 0, TimeSpan.Zero));
        await _desk.SubscribeAsync(new SubscribeRequest("23:00"));

        await _desk.AtAsync("2024-03-18 23:00");
        await _desk.AtAsync("2024-03-19 23:00");

        var inChannel = _desk.Platform.Seen.Values.Where(s => s.Message.Request is DueDigest && s.Message.Place == ChatDesk.Channel).Select(s => s.Reply.Part<DigestPart>()).ToList();
        Assert.Equal(["", ""], inChannel[0].Stories.Select(s => s.Update));
        var update = Assert.Single(inChannel[1].Stories);
        Assert.Contains("six weeks", update.Update + update.Headline, StringComparison.Ordinal);
        Assert.NotEmpty(update.Update);
        Assert.Contains("sent before", inChannel[1].Account, StringComparison.Ordinal);
        // Whoever was sent nothing before gets it as new.
        var direct = Assert.Single(_desk.Platform.Seen.Values, s => s.Message.Request is DueDigest && s.Message.Place == DigestDesk.Direct).Reply.Part<DigestPart>();
        Assert.All(direct.Stories, s => Assert.Empty(s.Update));
    }

    [Fact]
    public async Task Several_processes_send_it_once()
    {
        await _desk.SubscribeAsync();
        _desk.Time.AdjustTime(DigestDesk.Tuesday.AddHours(2));
        var others = Enumerable.Range(0, 4).Select(_ => new DigestScheduler(_desk.Subscriptions, _desk.Answers, _desk.Inbox, _desk.Time)).ToList();

        await Task.WhenAll(others.Select(o => Task.Run(() => o.TakeDueAsync(default))));
        await _desk.RunAsync();

        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task What_was_missed_is_caught_up_on_the_same_day_once_and_never_later()
    {
        await _desk.SubscribeAsync();
        _desk.Restart();

        await _desk.AtAsync("2024-03-24 21:30");
        await _desk.AtAsync("2024-03-24 21:31");

        var caughtUp = Assert.Single(_desk.Digests());
        Assert.Equal("Digest: Sunday, 24 March 2024", caughtUp.Part<DigestPart>().Heading);
        await _desk.AtAsync("2024-03-25 07:59");
        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task A_clock_that_jumps_sends_nothing_twice()
    {
        await _desk.SubscribeAsync();

        foreach (var now in new[] { "2024-03-19 08:00", "2024-03-19 07:00", "2024-03-19 08:00", "2024-03-30 09:00", "2024-03-19 12:00", "2024-03-20 08:00", "2024-03-20 06:00", "2024-03-30 08:00" }) await _desk.AtAsync(now);

        Assert.Equal(
            ["Digest: Tuesday, 19 March 2024", "Digest: Saturday, 30 March 2024", "Digest: Wednesday, 20 March 2024"],
            _desk.Digests().Select(d => d.Part<DigestPart>().Heading));
    }

    [Fact]
    public async Task Summer_time_neither_skips_nor_repeats_a_digest()
    {
        _desk.Time.AdjustTime(new DateTimeOffset(2024, 3, 30, 12, 0, 0, TimeSpan.Zero));
        await _desk.SubscribeAsync(new SubscribeRequest("02:30", "Europe/Berlin"));
        for (var at = new DateTimeOffset(2024, 3, 30, 12, 0, 0, TimeSpan.Zero); at < new DateTimeOffset(2024, 4, 2, 0, 0, 0, TimeSpan.Zero); at = at.AddMinutes(30)) await _desk.AtAsync(at.ToString("yyyy-MM-dd HH:mm", null));
        _desk.Time.AdjustTime(new DateTimeOffset(2024, 10, 26, 12, 0, 0, TimeSpan.Zero));
        for (var at = new DateTimeOffset(2024, 10, 26, 12, 0, 0, TimeSpan.Zero); at < new DateTimeOffset(2024, 10, 28, 12, 0, 0, TimeSpan.Zero); at = at.AddMinutes(30)) await _desk.AtAsync(at.ToString("yyyy-MM-dd HH:mm", null));

        // On 26 October it is caught up on, as the clock jumped there.
        Assert.Equal(["31 March 2024", "1 April 2024", "26 October 2024", "27 October 2024", "28 October 2024"], _desk.Digests().Select(d => d.Part<DigestPart>().Heading.Split(", ")[1]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_without_news_says_so_or_is_silent(bool silent)
    {
        await _desk.SubscribeAsync(new SubscribeRequest("08:00", SilentWhenEmpty: silent));

        await _desk.AtAsync("2024-05-02 08:00");

        if (silent) Assert.Empty(_desk.Digests());
        else Assert.Contains("nothing new", Assert.Single(_desk.Digests()).Part<DigestPart>().Account, StringComparison.Ordinal);
        Assert.Null(await _desk.Store.NextDueAsync(default, default));
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_tried_again_and_the_list_tells()
    {
        var id = await _desk.SubscribeAsync();
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("the channel is locked") : null;
        await _desk.AtAsync("2024-03-19 08:00");
        for (var minute = 1; minute < 10; minute++) await _desk.AtAsync($"2024-03-19 08:0{minute}");

        var line = Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines);
        Assert.Equal(id, line.Name);
        Assert.Contains("could not be delivered", line.Text, StringComparison.Ordinal);
        Assert.Contains("the channel is locked", line.Text, StringComparison.Ordinal);

        _desk.Platform.Refuses = _ => null;
        await _desk.AtAsync("2024-03-19 09:00");
        Assert.Single(_desk.Digests());
        Assert.DoesNotContain("⚠️", Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_never_arrived_counts_as_untold_and_the_next_one_tells_it()
    {
        await _desk.SubscribeAsync();
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("the channel is locked") : null;
        await _desk.AtAsync("2024-03-19 08:00");
        _desk.Platform.Refuses = _ => null;

        await _desk.AtAsync("2024-03-20 08:00");

        var digest = Assert.Single(_desk.Digests());
        Assert.Equal("Digest: Wednesday, 20 March 2024", digest.Part<DigestPart>().Heading);
        Assert.Contains(Strand.BridgeNextDay.Title, digest.Headlines());
        Assert.All(digest.Part<DigestPart>().Stories, s => Assert.Empty(s.Update));
    }

    [Fact]
    public async Task A_late_digest_is_given_up_when_the_next_one_is_due()
    {
        await _desk.SubscribeAsync();
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("the channel is locked") : null;
        await _desk.AtAsync("2024-03-19 23:50");
        await _desk.AtAsync("2024-03-20 07:55");
        _desk.Platform.Refuses = _ => null;

        await _desk.AtAsync("2024-03-20 08:00");

        Assert.Equal("Digest: Wednesday, 20 March 2024", Assert.Single(_desk.Digests()).Part<DigestPart>().Heading);
    }

    [Fact]
    public async Task What_is_impossible_to_deliver_is_told_by_the_list()
    {
        await _desk.SubscribeAsync();
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Impossible("the bot may not write here") : null;

        await _desk.AtAsync("2024-03-19 08:00");

        Assert.Contains("was not delivered: the bot may not write here", Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_shown_progress_of_what_they_did_not_ask_for()
    {
        _desk.Platform = new FakePlatform { Forgets = true };
        _desk.ProgressAfter = TimeSpan.Zero;
        _desk.Restart();
        await _desk.SubscribeAsync();
        var posts = _desk.Platform.Posts.Count;

        await _desk.AtAsync("2024-03-19 08:00");

        Assert.Equal(posts + 1, _desk.Platform.Posts.Count);
        Assert.False(_desk.Platform.Posts[^1].IsDraft);
    }

    [Fact]
    public async Task Slots_are_forgotten_with_their_messages()
    {
        await _desk.SubscribeAsync();
        await _desk.AtAsync("2024-03-19 08:00");
        _desk.Time.Advance(TimeSpan.FromDays(400));

        Assert.True(await new ChatRetention(_desk.Database, _desk.Options, _desk.Time).ForgetAsync(default) >= 2);
        Assert.Empty(await _desk.Subscriptions.TakenAsync(DateOnly.MinValue, default));
        Assert.Single(await _desk.Subscriptions.ActiveAsync(default));
    }

    [Fact]
    public async Task It_is_looked_at_every_minute_and_at_each_due_time()
    {
        await _desk.SubscribeAsync();

        _desk.Time.AdjustTime(DigestDesk.Tuesday.AddHours(2).AddSeconds(-20));
        Assert.Equal(TimeSpan.FromSeconds(20), await _desk.Scheduler.TakeDueAsync(default));
        _desk.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromMinutes(1), await _desk.Scheduler.TakeDueAsync(default));
    }
}
