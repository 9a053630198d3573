using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Alerts;

/// <summary>When alerts speak, and when they do not.</summary>
public sealed class AlertPaceTests
{
    private static readonly string[] Places = ["Aldby", "Borren", "Cask", "Dornum", "Esker", "Fennick", "Gorran", "Hollin", "Istad", "Jarrow", "Kettle", "Lomond"];

    [Fact]
    public async Task Between_two_messages_there_are_hours_and_what_comes_meanwhile_is_bundled()
    {
        using var desk = await AlertDesk.MakeAsync(new AlertsOptions { MinimumHoursBetween = 3 });
        await desk.WaitForAsync("wildfire");
        await desk.ArriveAsync(Fire(0));
        await desk.ArriveAsync(Fire(1));
        await desk.PassAsync(TimeSpan.FromHours(1));
        await desk.ArriveAsync(Fire(2));
        Assert.Single(desk.Told());

        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, desk.Told().Count);
        Assert.Equal([Fire(1).Title, Fire(2).Title], desk.Told()[1].Headlines().Order());
    }

    [Fact]
    public async Task A_day_has_only_so_many_messages()
    {
        using var desk = await AlertDesk.MakeAsync(new AlertsOptions { MinimumHoursBetween = 0, MostPerDay = 2 });
        await desk.WaitForAsync("wildfire");
        for (var i = 0; i < 4; i++) await desk.ArriveAsync(Fire(i));
        Assert.Equal(2, desk.Told().Count);

        await desk.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(2, desk.Told().Count);
        await desk.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(3, desk.Told().Count);
        Assert.Equal(2, desk.Told()[2].Headlines().Length);
    }

    [Fact]
    public async Task An_import_of_thousands_makes_one_message_that_counts_what_it_leaves_out()
    {
        using var desk = await AlertDesk.MakeAsync(new AlertsOptions { MinimumHoursBetween = 0 });
        await desk.WaitForAsync("wildfire");
        for (var part = 0; part < 4; part++)
        {
            desk.Publish([.. Enumerable.Range(part * 250, 250).Select(i => i % 25 == 0 ? Fire(i) : Quiet(i))]);
            // The import goes on while it is looked at.
            await desk.FollowAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(5));
            await desk.AlertScheduler.TakeDueAsync(default);
            await desk.RunAsync();
        }

        Assert.Empty(desk.Told());
        await desk.PassAsync(TimeSpan.Zero);
        await desk.PassAsync(TimeSpan.FromHours(5));
        var told = Assert.Single(desk.Told()).Part<DigestPart>();
        Assert.Equal(5, told.Stories.Count);
        Assert.StartsWith($"And {40 - 5} more", told.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_indexing_never_rests_it_is_told_all_the_same()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Strand bridge");
        desk.Publish(Strand.Bridge);
        for (var i = 0; i < 130; i++)
        {
            desk.Publish(Quiet(i));
            await desk.FollowAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(5));
            await desk.AlertScheduler.TakeDueAsync(default);
        }

        await desk.RunAsync();
        Assert.Single(desk.Told());
    }

    [Fact]
    public async Task Muted_it_says_nothing_for_a_week_and_then_what_came_meanwhile()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("wildfire");
        await desk.ArriveAsync(Fire(0));
        await desk.PressAsync(Assert.Single(desk.Told()), ButtonAction.MuteAlert);
        await desk.ArriveAsync(Fire(1));
        await desk.PassAsync(TimeSpan.FromDays(6));
        Assert.Single(desk.Told());
        Assert.Contains("muted until 27 Mar 2024", Assert.Single((await desk.ManageAsync(AlertAction.List)).Part<ListPart>().Lines).Text, StringComparison.Ordinal);

        await desk.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal([Fire(1).Title], desk.Told()[1].Headlines());
    }

    [Fact]
    public async Task Paused_it_watches_for_nothing_until_it_is_resumed()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("wildfire");
        desk.Publish(Fire(0));
        await desk.FollowAsync();
        await desk.ManageAsync(AlertAction.Pause);
        await desk.ArriveAsync(Fire(1));
        await desk.ManageAsync(AlertAction.Resume);
        await desk.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(desk.Told());

        await desk.ArriveAsync(Fire(2));
        Assert.Equal([Fire(2).Title], Assert.Single(desk.Told()).Headlines());
    }

    [Fact]
    public async Task What_is_still_on_its_way_when_it_is_muted_waits_too()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("wildfire");
        desk.Platform.Refuses = delivery => delivery.Message.Request is DueAlert ? DeliveryResult.Later("busy", TimeSpan.FromHours(1)) : null;
        await desk.ArriveAsync(Fire(0));
        await desk.ManageAsync(AlertAction.Mute);
        desk.Platform.Refuses = _ => null;
        await desk.PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(desk.Told());

        await desk.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal([Fire(0).Title], Assert.Single(desk.Told()).Headlines());
    }

    [Fact]
    public async Task Quiet_hours_are_kept()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.SetAsync(new SettingsRequest(Quiet: "11:00-13:00", Zone: "UTC"));
        await desk.WaitForAsync("wildfire");
        await desk.ArriveAsync(Fire(0));
        Assert.Empty(desk.Told());

        await desk.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(desk.Told());
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_told_with_the_next_and_a_story_without_news_counts_for_no_message()
    {
        using var desk = await AlertDesk.MakeAsync(new AlertsOptions { MinimumHoursBetween = 1 });
        await desk.WaitForAsync("wildfire");
        desk.Platform.Refuses = delivery => delivery.Message.Request is DueAlert ? DeliveryResult.Impossible("it is away") : null;
        await desk.ArriveAsync(Fire(0));
        desk.Platform.Refuses = _ => null;
        await desk.ArriveAsync(Fire(1));
        Assert.Equal([Fire(0).Title, Fire(1).Title], Assert.Single(desk.Told()).Headlines().Order());
    }

    [Fact]
    public async Task A_channel_hears_nothing_of_what_it_may_not_see_also_when_that_is_settled_later()
    {
        using var desk = await AlertDesk.MakeAsync();
        var other = new ChatPlace("fake", "town", "sports");
        await desk.SetAsync(new SettingsRequest(Collections: ["default"]), other);
        await desk.WaitForAsync("wildfire");
        await desk.WaitForAsync("wildfire", place: other);
        await desk.ArriveAsync(Fire(0) with { Collection = "secret" });
        Assert.Equal(ChatDesk.Channel, Assert.Single(desk.Platform.Seen.Values, s => s.Message.Request is DueAlert).Message.Place);
        // Opened later, what it was not meant to see stays untold.
        await desk.SetAsync(new SettingsRequest(Collections: []), other);
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Told());

        // Matched while it may be seen, told when it may not.
        desk.Publish(Fire(1) with { Collection = "secret" });
        await desk.FollowAsync();
        await desk.SetAsync(new SettingsRequest(Collections: ["default"]), other);
        await desk.SetAsync(new SettingsRequest(Collections: ["default"]));
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Told());
    }

    [Fact]
    public async Task Its_traces_are_forgotten_with_the_messages()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("wildfire");
        await desk.ArriveAsync(Fire(0));
        desk.Time.Advance(TimeSpan.FromDays(400));

        Assert.Equal(2, await new ChatRetention(desk.Database, desk.Options, desk.Time).ForgetAsync(default));
        await desk.ArriveAsync(Fire(1));
        Assert.Equal([Fire(1).Title], desk.Told()[1].Headlines());
    }

    /// <summary>A fire of its own each, with names and figures that no other one has.</summary>
    private static Article Fire(int number)
    {
        var place = Places[number % Places.Length] + (char)('a' + (number / Places.Length % 26)) + (char)('a' + (number / 26 % 26));
        return NewsDesk.Article($"fire-{number}", $"Wildfire at {place} burns {number + 100} hectares", "2024-03-19", "Coast Ledger",
            $"A wildfire at {place} has burnt {number + 100} hectares of {place} heath. The mayor of {place} opened the {place} hall to families from {place}.");
    }

    private static Article Quiet(int number) =>
        NewsDesk.Article($"quiet-{number}", $"Market day number {number}", "2024-03-19", "Coast Ledger", $"The market sold {number} baskets of pears on Tuesday. The weather was mild.");
}
