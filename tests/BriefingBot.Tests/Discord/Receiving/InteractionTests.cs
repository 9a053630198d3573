using System.Text.Json;
using BriefingBot.Chat;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Digests;
using BriefingBot.Discord.Delivery;

namespace BriefingBot.Tests.Discord.Receiving;

public sealed class InteractionTests : IDisposable
{
    private const string Channel = """ "guild_id":"10","channel_id":"20","channel":{"id":"20","type":0} """;
    private const string Other31 = """ "guild_id":"10","channel_id":"21","channel":{"id":"21","type":0} """;
    private const string Other32 = """ "guild_id":"10","channel_id":"22","channel":{"id":"22","type":0} """;
    private const string Member = """ "member":{"user":{"id":"11","username":"ann"},"permissions":"0"} """;
    private const string Manager = """ "member":{"user":{"id":"11","username":"ann"},"permissions":"16"} """;

    private readonly DiscordDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_question_is_stored_and_deferred()
    {
        var message = await CommandAsync("""{"name":"ask","options":[{"name":"question","type":3,"value":"who won?"},{"name":"since","type":3,"value":"last Monday"},{"name":"source","type":3,"value":"Town News"}]}""");

        Assert.Equal(new AskRequest("who won?", "last Monday", "Town News"), message!.Request);
        Assert.Equal(("discord:interaction:30", new ChatPlace("discord", "10", "20"), "11"), (message.EventKey, message.Place, message.User));
        Assert.Equal(TimeSpan.FromMinutes(14.5), message.PayloadExpires - message.ReceivedAt);
        Assert.Equal("""{"type":5}""", Response());
    }

    [Fact]
    public async Task A_private_question_is_deferred_for_the_person_alone()
    {
        var message = await CommandAsync("""{"name":"ask","options":[{"name":"question","type":3,"value":"q"},{"name":"private","type":5,"value":true}]}""");

        Assert.True(message!.Request.IsPrivate);
        Assert.True(ReplyTicket.Of(message).Ephemeral);
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", Response());
    }

    [Fact]
    public async Task The_other_commands_are_read()
    {
        Assert.Equal(new QuoteRequest("ferry", "the mayor"), (await CommandAsync("""{"name":"quote","options":[{"name":"topic","type":3,"value":"ferry"},{"name":"speaker","type":3,"value":"the mayor"}]}"""))!.Request);
        Assert.Equal(new SourcesRequest("town"), (await CommandAsync("""{"name":"sources","options":[{"name":"filter","type":3,"value":"town"}]}""", id: "31", where: Other31))!.Request);
        Assert.Equal(new HelpRequest(), (await CommandAsync("""{"name":"help"}""", id: "32", where: Other32))!.Request);
    }

    [Fact]
    public async Task Digests_are_read()
    {
        Assert.Equal(new DigestNowRequest("ferry", DigestLength.Full), (await CommandAsync(Digest("now", """{"name":"topic","type":3,"value":"ferry"},{"name":"length","type":3,"value":"full"}""")))!.Request);
        Assert.Equal("""{"type":5}""", Response());
        var subscribed = await CommandAsync(Digest("subscribe", """{"name":"time","type":3,"value":"08:00"},{"name":"zone","type":3,"value":"Europe/Berlin"},{"name":"silent","type":5,"value":true}"""), Manager, id: "31", where: Other31);
        Assert.Equal(new SubscribeRequest("08:00", "Europe/Berlin", SilentWhenEmpty: true), subscribed!.Request);
        Assert.True(subscribed.IsAdministrator);
        Assert.Equal(new SubscriptionsRequest(SubscriptionAction.Why, "k7", "ferry"), (await CommandAsync(Digest("why", """{"name":"words","type":3,"value":"ferry"},{"name":"id","type":3,"value":"k7"}"""), id: "32", where: Other32))!.Request);
    }

    [Fact]
    public async Task An_edit_names_what_changes_and_who_may_change_it()
    {
        var edit = await CommandAsync(Digest("edit", """{"name":"id","type":3,"value":"k7"},{"name":"time","type":3,"value":"09:00"},{"name":"topic","type":3,"value":"all"},{"name":"sources","type":3,"value":"all"},{"name":"silent","type":5,"value":false}"""), Manager);
        var request = Assert.IsType<EditSubscriptionRequest>(edit!.Request);
        Assert.Equal(new EditSubscriptionRequest("k7", "09:00", null, null, "", request.Sources, null, false), request);
        Assert.Empty(request.Sources!);
        Assert.True(edit.IsAdministrator);

        Assert.Equal(new EditSubscriptionRequest("", Topic: "ferry", Length: DigestLength.Full), (await CommandAsync(Digest("edit", """{"name":"topic","type":3,"value":"ferry"},{"name":"length","type":3,"value":"full"}"""), id: "31", where: Other31))!.Request);
    }

    [Fact]
    public async Task Quiet_hours_are_a_setting_whose_zone_is_completed()
    {
        var options = """{"name":"quiet","type":3,"value":"22:00-07:00"},{"name":"zone","type":3,"value":"berl"FOCUSED}""";
        string Settings(string focused) => $$"""{"name":"briefing","options":[{"name":"settings","type":1,"options":[{{options.Replace("FOCUSED", focused, StringComparison.Ordinal)}}]}]}""";

        Assert.Equal(new SettingsRequest(Quiet: "22:00-07:00", Zone: "berl"), (await CommandAsync(Settings(""), Manager, id: "31", where: Other31))!.Request);
        Assert.Null(await CommandAsync(Settings(""", "focused":true"""), Manager, type: 4));
        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"Europe/Berlin","value":"Europe/Berlin"}]}}""", Response());
    }

    [Fact]
    public async Task Alerts_are_read()
    {
        Assert.Equal(new AlertRequest("the ferry"), (await CommandAsync(Alert("on", """{"name":"topic","type":3,"value":"the ferry"}""")))!.Request);
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", Response());
        var removed = await CommandAsync(Alert("remove", """{"name":"id","type":3,"value":"k7"}"""), Manager, id: "31", where: Other31);
        Assert.Equal(new AlertsRequest(AlertAction.Remove, "k7"), removed!.Request);
        Assert.True(removed.IsAdministrator);
        Assert.Equal(new AlertsRequest(AlertAction.Test, "", "the ferry"), (await CommandAsync(Alert("test", """{"name":"topic","type":3,"value":"the ferry"}"""), id: "32", where: Other32))!.Request);
    }

    [Fact]
    public async Task A_time_zone_is_completed_while_it_is_typed()
    {
        Assert.Null(await CommandAsync(Digest("subscribe", """{"name":"time","type":3,"value":"08:00"},{"name":"zone","type":3,"value":"berl","focused":true}"""), type: 4));

        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"Europe/Berlin","value":"Europe/Berlin"}]}}""", Response());
    }

    private static string Alert(string name, string options) => Digest(name, options).Replace("digest", "alert", StringComparison.Ordinal);

    private static string Digest(string name, string options) => $$"""{"name":"digest","options":[{"name":"{{name}}","type":1,"options":[{{options}}]}]}""";

    [Fact]
    public async Task A_message_can_be_checked()
    {
        var message = await CommandAsync("""{"name":"Check against the briefings","type":3,"target_id":"50","resolved":{"messages":{"50":{"id":"50","content":"The ferry sank."}}}}""");

        Assert.Equal(new AskRequest("The ferry sank.", Private: true), message!.Request);
    }

    [Fact]
    public async Task Settings_name_what_changes_and_who_may_change_it()
    {
        var message = await CommandAsync(
            """{"name":"briefing","options":[{"name":"settings","type":1,"options":[{"name":"collections","type":3,"value":"world, town"},{"name":"sources","type":3,"value":"all"},{"name":"sentences","type":4,"value":2},{"name":"follow-ups","type":5,"value":true}]}]}""", Manager);

        var request = Assert.IsType<SettingsRequest>(message!.Request);
        Assert.Equal(["world", "town"], request.Collections!);
        Assert.Empty(request.Sources!);
        Assert.Equal((2, true), (request.Sentences, request.FollowUps));
        Assert.True(message.IsAdministrator);
        var other = await CommandAsync("""{"name":"briefing","options":[{"name":"settings","type":1}]}""", id: "31", where: Other31);
        Assert.False(other!.IsAdministrator);
        Assert.False(Assert.IsType<SettingsRequest>(other.Request).IsChange);
    }

    [Fact]
    public async Task A_command_in_a_thread_belongs_to_its_channel()
    {
        var message = await CommandAsync("""{"name":"help"}""", where: """ "guild_id":"10","channel_id":"25","channel":{"id":"25","type":11,"parent_id":"20"} """);

        Assert.Equal(new ChatPlace("discord", "10", "20", "25"), message!.Place);
    }

    [Fact]
    public async Task A_command_in_a_direct_message_has_no_server()
    {
        var message = await CommandAsync("""{"name":"help"}""", """ "user":{"id":"11","username":"ann"} """, where: """ "channel_id":"40","channel":{"id":"40","type":1} """);

        Assert.Equal(new ChatPlace("discord", "", "40"), message!.Place);
    }

    [Theory]
    [InlineData(ButtonAction.ShowQuotes, false, false)]
    [InlineData(ButtonAction.ShowQuotes, true, true)]
    [InlineData(ButtonAction.Widen, false, false)]
    [InlineData(ButtonAction.AskStory, false, false)]
    [InlineData(ButtonAction.AskStory, true, true)]
    [InlineData(ButtonAction.Share, true, false)]
    [InlineData(ButtonAction.Helpful, false, true)]
    [InlineData(null, false, true)]
    public async Task A_press_is_deferred_for_those_who_will_see_what_follows(ButtonAction? action, bool isPrivate, bool ephemeral)
    {
        (_desk.Button, _desk.PrivateAnswers) = (action, isPrivate);
        var flags = isPrivate ? 64 : 0;

        var message = await CommandAsync("""{"custom_id":"briefing:abc","component_type":2}""", type: 3, more: $$""","message":{"id":"90","flags":{{flags}}}""");

        Assert.Equal(new ButtonPress("abc", isPrivate), message!.Request);
        Assert.Equal(ephemeral ? """{"type":5,"data":{"flags":64}}""" : """{"type":5}""", Response());
    }

    [Theory]
    [InlineData("""{"name":"unknown"}""", 2)]
    [InlineData("""{"name":"Check against the briefings","target_id":"50","resolved":{"messages":{"50":{"id":"50","content":""}}}}""", 2)]
    [InlineData("""{"custom_id":"foreign","component_type":2}""", 3)]
    public async Task What_cannot_be_done_is_said_at_once_to_the_person_alone(string data, int type)
    {
        Assert.Null(await CommandAsync(data, type: type));

        AssertToldAlone(Response());
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_at_once_and_alone()
    {
        using var busy = new DiscordDesk(new ChatOptions { MaxWaitingPerUser = 1 });
        busy.Starts().Then(204, "").Then(204, "");

        await busy.HappenAsync(Event("""{"name":"help"}""", "30"), Event("""{"name":"help"}""", "31"));

        AssertToldAlone(busy.Requests.Last().Body);
        Assert.Contains("Please wait", busy.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_acknowledgement_loses_nothing()
    {
        _desk.Starts().Then(404, """{"code":10062,"message":"Unknown interaction"}""").Then(400, """{"code":40060,"message":"Already acknowledged"}""");

        await _desk.HappenAsync(Event("""{"name":"help"}""", "30"), Event("""{"name":"help"}""", "30"));

        Assert.NotNull(await _desk.TakeAsync());
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task It_is_stored_before_it_is_acknowledged()
    {
        IncomingMessage? stored = null;
        _desk.Starts().Then(async () =>
        {
            stored = await _desk.TakeAsync();
            return new HttpResponseMessage(System.Net.HttpStatusCode.NoContent);
        });

        await _desk.HappenAsync(Event("""{"name":"help"}""", "30"));

        Assert.NotNull(stored);
    }

    [Fact]
    public async Task A_slow_acknowledgement_does_not_hold_up_the_next_event()
    {
        var slow = new TaskCompletionSource<HttpResponseMessage>();
        _desk.Starts().Then(() => slow.Task).Then(() =>
        {
            slow.SetResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        });

        await _desk.HappenAsync(Event("""{"name":"help"}""", "30"), Event("""{"name":"help"}""", "31")).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(2, _desk.Requests.Count());
    }

    private static void AssertToldAlone(string response)
    {
        var json = JsonDocument.Parse(response).RootElement;
        Assert.Equal(4, json.GetProperty("type").GetInt32());
        Assert.Equal(64, json.GetProperty("data").GetProperty("flags").GetInt32());
    }

    private static (string Name, string Data) Event(string data, string id, string who = Member, string where = Channel, int type = 2, string more = "") =>
        ("INTERACTION_CREATE", $$"""{"id":"{{id}}","application_id":"1","type":{{type}},"token":"secret-{{id}}","data":{{data}},{{where}},{{who}}{{more}}}""");

    private async Task<IncomingMessage?> CommandAsync(string data, string who = Member, string id = "30", string where = Channel, int type = 2, string more = "")
    {
        _desk.Starts().Then(204, "");
        await _desk.HappenAsync(Event(data, id, who, where, type, more));
        return await _desk.TakeAsync();
    }

    private string Response()
    {
        var request = _desk.Api.Requests.Last();
        Assert.Equal("/api/v10/interactions/30/secret-30/callback", request.Path);
        return request.Body;
    }
}
