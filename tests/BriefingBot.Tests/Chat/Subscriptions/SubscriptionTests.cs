using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Digests;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Subscriptions;

public sealed class SubscriptionTests : IDisposable
{
    private readonly ChatDesk _desk = DigestDesk.Make();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task In_a_channel_administrators_subscribe_and_directly_anybody()
    {
        Assert.Contains("manage this channel", (await _desk.SayAsync(new SubscribeRequest("08:00"))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Single((await _desk.SayAsync(new SubscribeRequest("08:00"), place: DigestDesk.Direct)).Part<ListPart>().Lines);

        var id = await _desk.SubscribeAsync();
        foreach (var action in new[] { SubscriptionAction.Pause, SubscriptionAction.Resume, SubscriptionAction.Unsubscribe })
        {
            Assert.Contains("manage this channel", (await _desk.SayAsync(new SubscriptionsRequest(action, id))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        }

        Assert.Equal(id, Assert.Single((await _desk.SayAsync(new SubscriptionsRequest(SubscriptionAction.List))).Part<ListPart>().Lines).Name);
    }

    [Fact]
    public async Task A_subscription_says_what_it_was_understood_as()
    {
        await _desk.SubscribeAsync(new SubscribeRequest("7.30pm".Replace('.', ':'), "berlin", "weekdays", "the Strand bridge", ["coast ledger"], DigestLength.Full, SilentWhenEmpty: true));

        Assert.Equal(
            "19:30 Europe/Berlin, on weekdays; on “the Strand bridge”; of Coast Ledger; full; silent when nothing is new; next 19 Mar 2024 18:30 UTC.",
            Assert.Single((await _desk.ManageAsync(SubscriptionAction.List)).Part<ListPart>().Lines).Text);
    }

    [Theory]
    [InlineData("25:00", "", "", "", "time of day")]
    [InlineData("08:00", "atlantis", "", "", "time zone")]
    [InlineData("08:00", "", "someday", "", "as days")]
    [InlineData("08:00", "", "", "Moon Times", "no articles of “Moon Times”")]
    public async Task What_is_not_understood_is_refused_with_what_to_write(string time, string zone, string days, string source, string says)
    {
        var reply = await _desk.SayAsync(_desk.Message(new SubscribeRequest(time, zone, days, Sources: [source])) with { IsAdministrator = true });

        Assert.Contains(says, reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Empty(await _desk.Subscriptions.ActiveAsync(default));
    }

    [Fact]
    public async Task Topic_sources_and_the_channels_border_hold_for_its_digests()
    {
        await _desk.SubscribeAsync(new SubscribeRequest("08:00", Topic: "Strand bridge", Sources: ["Luneth Post"]));

        await _desk.AtAsync("2024-03-19 08:00");

        var story = Assert.Single(Assert.Single(_desk.Digests()).Part<DigestPart>().Stories);
        Assert.Equal(["Luneth Post"], story.Links.Select(l => l.Name));

        await _desk.SetAsync(new SettingsRequest(Sources: ["Velmora Courier"]));
        await _desk.AtAsync("2024-03-20 08:00");
        Assert.Empty(_desk.Digests()[1].Part<DigestPart>().Stories);
        Assert.DoesNotContain("Strand", string.Join(' ', _desk.Digests()[1].Headlines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_digest_does_not_come_and_a_resumed_one_does_not_catch_up()
    {
        await _desk.SubscribeAsync();
        await _desk.ManageAsync(SubscriptionAction.Pause);
        await _desk.AtAsync("2024-03-19 08:00");
        await _desk.AtAsync("2024-03-19 10:00");
        await _desk.ManageAsync(SubscriptionAction.Resume);
        await _desk.AtAsync("2024-03-19 10:01");
        Assert.Empty(_desk.Digests());

        await _desk.AtAsync("2024-03-20 08:00");
        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task A_digest_made_after_its_time_first_comes_the_next_day()
    {
        await _desk.SubscribeAsync(new SubscribeRequest("05:00"));

        await _desk.AtAsync("2024-03-19 06:01");
        Assert.Empty(_desk.Digests());
        await _desk.AtAsync("2024-03-20 05:00");
        Assert.Single(_desk.Digests());
    }

    [Theory]
    [InlineData(SubscriptionAction.Unsubscribe)]
    [InlineData(SubscriptionAction.Pause)]
    public async Task What_was_ended_or_paused_before_it_could_be_delivered_is_not_sent(SubscriptionAction action)
    {
        await _desk.SubscribeAsync();
        _desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("busy") : null;
        await _desk.AtAsync("2024-03-19 08:00");

        await _desk.ManageAsync(action);
        _desk.Platform.Refuses = _ => null;
        await _desk.AtAsync("2024-03-19 09:00");
        await _desk.AtAsync("2024-03-20 08:00");

        Assert.Empty(_desk.Digests());
        Assert.Equal(action == SubscriptionAction.Pause ? 1 : 0, (await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default)).Count);
    }

    [Fact]
    public async Task Digests_that_wait_use_up_nobodys_share_of_questions()
    {
        using var desk = DigestDesk.Make(new ChatOptions { MaxWaitingPerUser = 1 });
        await desk.SubscribeAsync();
        desk.Platform.Refuses = d => d.Message.Request is DueDigest ? DeliveryResult.Later("busy") : null;
        await desk.AtAsync("2024-03-19 08:00");

        Assert.NotEmpty((await desk.SayAsync(new HelpRequest())).Parts);
    }

    [Fact]
    public async Task A_channel_keeps_the_digest_of_somebody_who_left_and_their_own_falls_silent()
    {
        await _desk.SubscribeAsync();
        await _desk.SubscribeAsync(place: DigestDesk.Direct);
        _desk.Platform.Objects = _ => "Members only.";

        await _desk.AtAsync("2024-03-19 08:00");

        Assert.Single(_desk.Digests());
        Assert.Equal(ChatDesk.Channel, _desk.Platform.Seen.Values.Single(s => s.Message.Request is DueDigest).Message.Place);
    }

    [Fact]
    public async Task A_preview_is_private_and_counts_as_sent_to_nobody()
    {
        await _desk.SubscribeAsync();

        var preview = await _desk.SayAsync(new SubscriptionsRequest(SubscriptionAction.Preview), "bob");
        await _desk.AtAsync("2024-03-19 08:00");

        Assert.True(preview.Private);
        Assert.Equal(preview.Headlines(), Assert.Single(_desk.Digests()).Headlines());
    }

    [Fact]
    public async Task Why_names_every_story_and_its_reason()
    {
        await _desk.SubscribeAsync(new SubscribeRequest("08:00", Topic: "Strand bridge"));
        Assert.Contains("No digest has come", (await _desk.ManageAsync(SubscriptionAction.Why)).Part<NoticePart>().Text, StringComparison.Ordinal);
        await _desk.AtAsync("2024-03-19 08:00");

        var why = (await _desk.ManageAsync(SubscriptionAction.Why)).Part<ListPart>().Lines;

        Assert.Contains(why, l => l.Text.StartsWith("told: about “Strand bridge”, 2 independent sources, not sent before", StringComparison.Ordinal));
        Assert.Contains(why, l => l.Name == Strand.Vote.Title && l.Text == "left out: not on the topic");
        Assert.Equal(Strand.Vote.Title, Assert.Single((await _desk.ManageAsync(SubscriptionAction.Why, words: "library")).Part<ListPart>().Lines).Name);
        Assert.Empty((await _desk.ManageAsync(SubscriptionAction.Why, words: "moon")).Part<ListPart>().Lines);
    }

    [Fact]
    public async Task Of_several_digests_one_has_to_be_named()
    {
        var first = await _desk.SubscribeAsync();
        var second = await _desk.SubscribeAsync(new SubscribeRequest("20:00"));

        Assert.Contains($"{first}, {second}", (await _desk.ManageAsync(SubscriptionAction.Pause)).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Contains("paused", Assert.Single((await _desk.ManageAsync(SubscriptionAction.Pause, second)).Part<ListPart>().Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_channel_does_not_see_or_touch_anothers_digests()
    {
        var id = await _desk.SubscribeAsync();

        var elsewhere = _desk.Message(new SubscriptionsRequest(SubscriptionAction.Unsubscribe, id), place: new ChatPlace("fake", "town", "other")) with { IsAdministrator = true };

        Assert.Contains("No digest comes here", (await _desk.SayAsync(elsewhere)).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Single(await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default));
    }

    [Fact]
    public async Task A_channel_has_a_bounded_number_of_digests()
    {
        for (var i = 0; i < 10; i++)
        {
            await _desk.SubscribeAsync();
            _desk.Time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Contains("10 digests here already", (await _desk.SayAsync(_desk.Message(new SubscribeRequest("08:00")) with { IsAdministrator = true })).Part<ErrorPart>().Text, StringComparison.Ordinal);
    }
}
