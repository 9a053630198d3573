using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Tests.Chat.Subscriptions;

/// <summary>What comes by itself waits for a channel's quiet hours to end; what somebody asks for does not.</summary>
public sealed class QuietDigestTests : IDisposable
{
    private readonly ChatDesk _desk = DigestDesk.Make();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_digest_that_is_due_in_quiet_hours_comes_once_when_they_end_as_that_days()
    {
        await SubscribeAsync("23:00", "22:00-07:00");

        foreach (var now in new[] { "2024-03-19 23:00", "2024-03-19 23:01", "2024-03-20 00:30", "2024-03-20 06:59" }) await _desk.AtAsync(now);
        Assert.Empty(_desk.Digests());

        foreach (var now in new[] { "2024-03-20 07:00", "2024-03-20 07:01", "2024-03-20 12:00" }) await _desk.AtAsync(now);
        var digest = Assert.Single(_desk.Digests()).Part<DigestPart>();
        Assert.Equal("Digest: Tuesday, 19 March 2024", digest.Heading);
        Assert.Contains("to 20 Mar 2024 07:00 UTC", digest.Account, StringComparison.Ordinal);

        await _desk.AtAsync("2024-03-20 23:00");
        await _desk.AtAsync("2024-03-21 07:00");
        Assert.Equal(2, _desk.Digests().Count);
        Assert.StartsWith("20 Mar 2024 07:00 to 21 Mar 2024 07:00 UTC", _desk.Digests()[1].Part<DigestPart>().Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_wakes_by_itself_when_they_end()
    {
        await SubscribeAsync("23:00", "22:00-07:00");

        await _desk.AtAsync("2024-03-19 23:00");

        Assert.Equal(new DateTimeOffset(2024, 3, 20, 7, 0, 0, TimeSpan.Zero), await _desk.Store.NextDueAsync(_desk.Time.GetUtcNow(), default));
    }

    [Fact]
    public async Task A_digest_that_is_caught_up_on_in_quiet_hours_waits_too()
    {
        await SubscribeAsync("08:00", "22:00-07:00");
        await _desk.AtAsync("2024-03-19 22:30");
        Assert.Empty(_desk.Digests());

        await _desk.AtAsync("2024-03-20 07:00");
        Assert.Equal("Digest: Tuesday, 19 March 2024", Assert.Single(_desk.Digests()).Part<DigestPart>().Heading);
        await _desk.AtAsync("2024-03-20 08:00");
        Assert.Equal(2, _desk.Digests().Count);
    }

    [Theory]
    [InlineData("2024-03-20 00:30")]
    [InlineData("2024-03-20 09:00")]
    public async Task A_slot_in_quiet_hours_that_was_missed_is_caught_up_on_the_day_on_which_they_end(string back)
    {
        await SubscribeAsync("23:00", "22:00-07:00");
        await _desk.AtAsync(back);
        await _desk.AtAsync("2024-03-20 09:01");

        Assert.Equal("Digest: Tuesday, 19 March 2024", Assert.Single(_desk.Digests()).Part<DigestPart>().Heading);
    }

    [Fact]
    public async Task When_the_next_one_is_due_as_well_only_that_one_comes()
    {
        await SubscribeAsync("23:00", "22:00-07:00");
        await _desk.AtAsync("2024-03-19 23:00");

        await _desk.AtAsync("2024-03-20 23:00");
        await _desk.AtAsync("2024-03-21 07:00");

        Assert.Equal("Digest: Wednesday, 20 March 2024", Assert.Single(_desk.Digests()).Part<DigestPart>().Heading);
    }

    [Fact]
    public async Task A_night_of_almost_a_day_holds_a_digest_and_does_not_lose_it()
    {
        await SubscribeAsync("08:00", "08:00-07:30");
        await _desk.AtAsync("2024-03-19 08:00");
        await _desk.AtAsync("2024-03-20 07:30");

        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task A_delivery_that_failed_before_quiet_hours_is_tried_again_after_them()
    {
        await SubscribeAsync("21:59", "22:00-07:00");
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("busy") : null;
        await _desk.AtAsync("2024-03-19 21:59");
        _desk.Platform.Refuses = _ => null;

        await _desk.AtAsync("2024-03-19 22:30");
        Assert.Empty(_desk.Digests());
        await _desk.AtAsync("2024-03-20 07:00");
        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task Kills_and_other_processes_in_the_night_change_nothing()
    {
        await SubscribeAsync("23:00", "22:00-07:00");
        await _desk.AtAsync("2024-03-19 23:00");
        _desk.Restart();
        var others = Enumerable.Range(0, 3).Select(_ => new DigestScheduler(_desk.Subscriptions, _desk.Answers, _desk.Inbox, _desk.Time)).ToList();
        await Task.WhenAll(others.Select(o => Task.Run(() => o.TakeDueAsync(default))));
        await _desk.AtAsync("2024-03-20 06:00");
        _desk.Restart();
        await _desk.AtAsync("2024-03-20 07:00");

        Assert.Single(_desk.Digests());
    }

    [Theory]
    // Berlin: summer time begins on 31 March, ends on 27 October.
    [InlineData("2024-03-30", "2024-03-31 04:59", "2024-03-31 05:00")]
    [InlineData("2024-10-26", "2024-10-27 05:59", "2024-10-27 06:00")]
    public async Task The_end_keeps_to_the_local_clock_when_it_changes_in_the_night(string day, string before, string end)
    {
        await _desk.AtAsync($"{day} 12:00");
        await SubscribeAsync("23:00", "22:00-07:00", "Europe/Berlin");

        await _desk.AtAsync($"{day} 22:30");
        await _desk.AtAsync(before);
        Assert.Empty(_desk.Digests());
        await _desk.AtAsync(end);
        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task What_is_asked_for_is_answered_at_once_also_by_the_owner_of_a_digest_that_waits()
    {
        await SubscribeAsync("23:00", "22:00-07:00");
        await _desk.AtAsync("2024-03-19 23:00");

        Assert.NotEmpty((await _desk.SayAsync(new DigestNowRequest())).Part<DigestPart>().Stories);
        Assert.NotEmpty((await _desk.SayAsync(new AskRequest("What did the council vote on?"))).Parts);
        Assert.Empty(_desk.Digests());
    }

    [Fact]
    public async Task Taken_away_or_paused_in_the_night_it_comes_no_more()
    {
        await SubscribeAsync("23:00", "22:00-07:00");
        await _desk.AtAsync("2024-03-19 23:00");
        await _desk.ManageAsync(SubscriptionAction.Pause);

        await _desk.AtAsync("2024-03-20 07:00");

        Assert.Empty(_desk.Digests());
    }

    [Fact]
    public async Task List_and_preview_say_that_a_time_lies_in_quiet_hours()
    {
        await SubscribeAsync("23:00", "22:00-07:00");

        var line = Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text;
        Assert.Contains("next 19 Mar 2024 23:00 UTC, held until quiet hours end, 20 Mar 2024 07:00 UTC.", line, StringComparison.Ordinal);
        Assert.Contains("lies in this channel's quiet hours, 22:00-07:00 UTC", (await _desk.ManageAsync(SubscriptionAction.Preview)).Part<NoticePart>().Text, StringComparison.Ordinal);

        await _desk.AtAsync("2024-03-19 23:30");
        var waiting = Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text;
        Assert.EndsWith("The digest of 19 Mar 2024 waits until quiet hours end, 20 Mar 2024 07:00 UTC.", waiting, StringComparison.Ordinal);

        await _desk.SetAsync(new SettingsRequest(Quiet: "off"));
        Assert.DoesNotContain("held", Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await _desk.ManageAsync(SubscriptionAction.Preview)).Parts, p => p is NoticePart);
    }

    [Fact]
    public async Task They_are_set_by_administrators_with_a_zone_that_is_told()
    {
        Assert.Contains("manage this channel", (await _desk.SayAsync(new SettingsRequest(Quiet: "22-7"))).Part<ErrorPart>().Text, StringComparison.Ordinal);

        var set = await _desk.SetAsync(new SettingsRequest(Quiet: "10pm to 7am", Zone: "paris"));
        Assert.Equal(["22:00-07:00", "Europe/Paris"], set.Part<SettingsPart>().Lines.TakeLast(2).Select(l => l.Value));
        var quiet = new ChannelQuiet(_desk.Answers);
        var night = new DateTimeOffset(2024, 3, 19, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal(night.AddHours(8), await quiet.UntilAsync(ChatDesk.Channel with { Thread = "any" }, night, default));
        Assert.Null(await quiet.UntilAsync(new ChatPlace("fake", "town", "other"), night, default));

        // What is not named stays.
        await _desk.SetAsync(new SettingsRequest(Sentences: 2));
        await _desk.SetAsync(new SettingsRequest(Quiet: "23-6"));
        Assert.Equal(["23:00-06:00", "Europe/Paris"], (await _desk.SetAsync(new SettingsRequest())).Part<SettingsPart>().Lines.TakeLast(2).Select(l => l.Value));
        Assert.Contains("time zone", (await _desk.SetAsync(new SettingsRequest(Zone: "off"))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Equal(["off", "UTC, as configured"], (await _desk.SetAsync(new SettingsRequest(Quiet: "off", Zone: "off"))).Part<SettingsPart>().Lines.TakeLast(2).Select(l => l.Value));
    }

    [Theory]
    [InlineData("late", null, "as quiet hours")]
    [InlineData("7-7", null, "as quiet hours")]
    [InlineData("22-7", "atlantis", "time zone “atlantis”")]
    public async Task What_is_not_understood_changes_nothing(string quiet, string? zone, string says)
    {
        Assert.Contains(says, (await _desk.SetAsync(new SettingsRequest(Sentences: 2, Quiet: quiet, Zone: zone))).Part<ErrorPart>().Text, StringComparison.Ordinal);

        Assert.Equal(ChannelSettings.Default, await _desk.Answers.SettingsAsync(ChatDesk.Channel, default));
    }

    [Fact]
    public async Task In_a_direct_message_anybody_sets_their_own_and_sees_no_more()
    {
        var set = await _desk.SayAsync(new SettingsRequest(Quiet: "22-7"), place: DigestDesk.Direct);

        Assert.Equal(["quiet", "zone"], set.Part<SettingsPart>().Lines.Select(l => l.Name));
        Assert.Contains("No time zone was named, so it is UTC", set.Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("manage this channel", (await _desk.SayAsync(new SettingsRequest(Sources: []), place: DigestDesk.Direct)).Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    private async Task SubscribeAsync(string time, string quiet, string zone = "UTC")
    {
        await _desk.SetAsync(new SettingsRequest(Quiet: quiet, Zone: zone));
        await _desk.SubscribeAsync(new SubscribeRequest(time));
    }
}
