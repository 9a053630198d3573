using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Chat.Subscriptions;

public sealed class EditTests : IDisposable
{
    private readonly ChatDesk _desk = DigestDesk.Make();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Only_what_is_named_changes()
    {
        var id = await _desk.SubscribeAsync(new SubscribeRequest("19:30", "berlin", "weekdays", "the Strand bridge", ["coast ledger"], DigestLength.Full, SilentWhenEmpty: true));

        Assert.Equal("20:00 Europe/Berlin, on weekdays; on “the Strand bridge”; of Coast Ledger; full; silent when nothing is new; next 19 Mar 2024 19:00 UTC.", await LineAsync(new EditSubscriptionRequest(id, Time: "8pm")));
        Assert.StartsWith("20:00 Europe/Paris, daily; on everything; full; next", await LineAsync(new EditSubscriptionRequest(id, Zone: "paris", Days: "daily", Topic: "", Sources: [], SilentWhenEmpty: false)), StringComparison.Ordinal);
        Assert.StartsWith("20:00 Europe/Paris, daily; on “votes”; of Luneth Post; brief; next", await LineAsync(new EditSubscriptionRequest("", Topic: "votes", Sources: ["luneth post"], Length: DigestLength.Brief)), StringComparison.Ordinal);

        Assert.Equal(id, Assert.Single(await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default)).Id);
    }

    [Theory]
    [InlineData("25:00", null, null, null, "time of day")]
    [InlineData(null, "atlantis", null, null, "time zone")]
    [InlineData(null, null, "someday", null, "as days")]
    [InlineData(null, null, null, "Moon Times", "no articles of “Moon Times”")]
    [InlineData(null, null, null, null, "Name what is to change")]
    public async Task What_is_not_understood_changes_nothing(string? time, string? zone, string? days, string? source, string says)
    {
        await _desk.SubscribeAsync();
        var before = Assert.Single(await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default));

        var reply = await EditAsync(new EditSubscriptionRequest("", time, zone, days, Sources: source is null ? null : [source]));

        Assert.Contains(says, reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Equal(before.Schedule.ToString(), Assert.Single(await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default)).Schedule.ToString());
    }

    [Fact]
    public async Task In_a_channel_only_administrators_edit_and_only_its_own()
    {
        var id = await _desk.SubscribeAsync();

        Assert.Contains("manage this channel", (await _desk.SayAsync(new EditSubscriptionRequest(id, Time: "09:00"))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        var elsewhere = _desk.Message(new EditSubscriptionRequest(id, Time: "09:00"), place: new ChatPlace("fake", "town", "other")) with { IsAdministrator = true };
        Assert.Contains("No digest comes here", (await _desk.SayAsync(elsewhere)).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Contains("Name one of the digests", (await EditAsync(new EditSubscriptionRequest("nobody", Time: "09:00"))).Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12:00", null)]
    [InlineData("07:00", null)]
    [InlineData("08:00", "America/New_York")]
    [InlineData("12:00", "Asia/Tokyo")]
    public async Task No_edit_brings_a_second_digest_on_the_same_local_date(string time, string? zone)
    {
        await _desk.SubscribeAsync();
        await _desk.AtAsync("2024-03-19 08:00");

        var line = await LineAsync(new EditSubscriptionRequest("", time, zone));
        for (var hour = 8; hour < 24; hour++) await _desk.AtAsync($"2024-03-19 {hour:00}:01");

        Assert.Single(_desk.Digests());
        Assert.Contains("next 20 Mar 2024", line, StringComparison.Ordinal);
        for (var hour = 0; hour < 24; hour++) await _desk.AtAsync($"2024-03-20 {hour:00}:01");
        Assert.Equal(2, _desk.Digests().Count);
    }

    [Fact]
    public async Task What_was_sent_before_an_edit_is_not_told_again()
    {
        await _desk.SubscribeAsync();
        await _desk.AtAsync("2024-03-19 08:00");
        await EditAsync(new EditSubscriptionRequest("", Time: "09:00", Length: DigestLength.Full));

        await _desk.AtAsync("2024-03-20 09:00");

        var (first, second) = (_desk.Digests()[0].Part<DigestPart>(), _desk.Digests()[1].Part<DigestPart>());
        Assert.StartsWith("19 Mar 2024 08:00 to 20 Mar 2024 09:00 UTC", second.Account, StringComparison.Ordinal);
        Assert.Empty(first.Stories.Select(s => s.Headline).Intersect(second.Stories.Where(s => s.Update.Length == 0).Select(s => s.Headline)));
    }

    [Fact]
    public async Task A_time_that_is_past_brings_none_before_tomorrow_and_one_that_is_to_come_does_today()
    {
        await _desk.SubscribeAsync(new SubscribeRequest("20:00"));
        await _desk.AtAsync("2024-03-19 10:00");
        Assert.Contains("next 20 Mar 2024 09:00", await LineAsync(new EditSubscriptionRequest("", "09:00")), StringComparison.Ordinal);
        await _desk.AtAsync("2024-03-19 10:01");
        Assert.Empty(_desk.Digests());

        Assert.Contains("next 19 Mar 2024 11:00", await LineAsync(new EditSubscriptionRequest("", "11:00")), StringComparison.Ordinal);
        await _desk.AtAsync("2024-03-19 11:00");
        Assert.Single(_desk.Digests());
    }

    [Fact]
    public async Task A_paused_digest_stays_paused()
    {
        await _desk.SubscribeAsync();
        await _desk.ManageAsync(SubscriptionAction.Pause);

        Assert.EndsWith("paused.", await LineAsync(new EditSubscriptionRequest("", Topic: "votes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_zone_a_digest_takes_the_channels_then_the_persons_then_the_configured_one_and_says_so()
    {
        Assert.Contains("so it is UTC", await SubscribeAsync(""), StringComparison.Ordinal);
        Assert.Contains("of your profile: Asia/Tokyo", await SubscribeAsync("Asia/Tokyo"), StringComparison.Ordinal);
        Assert.Contains("so it is UTC", await SubscribeAsync("Moon/Base"), StringComparison.Ordinal);
        await _desk.SetAsync(new SettingsRequest(Zone: "Europe/Paris"));
        Assert.Contains("this channel's: Europe/Paris", await SubscribeAsync("Asia/Tokyo"), StringComparison.Ordinal);
        Assert.Equal(["UTC", "Asia/Tokyo", "UTC", "Europe/Paris"], (await _desk.Subscriptions.ListAsync(ChatDesk.Channel, default)).Select(s => s.Schedule.Zone));
        using var configured = DigestDesk.Make(new ChatOptions { Zone = "America/Lima" });
        await configured.SubscribeAsync();
        Assert.Equal("America/Lima", Assert.Single(await configured.Subscriptions.ListAsync(ChatDesk.Channel, default)).Schedule.Zone);
    }

    private async Task<string> SubscribeAsync(string profile) =>
        (await _desk.SayAsync(_desk.Message(new SubscribeRequest("08:00")) with { IsAdministrator = true, Zone = profile })).Part<ListPart>().Heading;

    private Task<ChatReply> EditAsync(EditSubscriptionRequest edit) => _desk.SayAsync(_desk.Message(edit) with { IsAdministrator = true });

    private async Task<string> LineAsync(EditSubscriptionRequest edit) => Assert.Single((await EditAsync(edit)).Part<ListPart>().Lines).Text;
}
