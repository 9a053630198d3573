using BriefingBot.Chat;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack;
using BriefingBot.Slack.Delivery;
using BriefingBot.Tests.Slack.Rendering;

namespace BriefingBot.Tests.Slack.Receiving;

public sealed class MessageTests : IDisposable
{
    private const string InChannel = """ "channel":"C20","channel_type":"channel" """;
    private const string Direct = """ "channel":"D40","channel_type":"im" """;

    private readonly SlackDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_mention_asks_without_the_mention_and_is_one_message_though_it_comes_as_two_events()
    {
        await _desk.HappenAsync(Said("<@U99> who won?", InChannel, type: "app_mention"), Said("<@U99> who won?", InChannel), Said("<@U99> who won?", InChannel, type: "app_mention"));

        var message = await _desk.TakeAsync();
        Assert.Equal(new AskRequest("who won?"), message!.Request);
        Assert.Equal((new ChatPlace("slack", "T1", "C20", "50.1"), "U11", "slack:message:C20:50.1", false), (message.Place, message.User, message.EventKey, message.IsAdministrator));
        Assert.Equal(("C20", "50.1"), (ReplyTicket.Of(message).Channel, ReplyTicket.Of(message).Thread));
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task A_mention_alone_asks_for_help()
    {
        await _desk.HappenAsync(Said("<@U99>", InChannel));

        Assert.Equal(new AskRequest("help"), (await _desk.TakeAsync())!.Request);
    }

    [Theory]
    [InlineData("", "50.1")]
    [InlineData(""", "thread_ts":"40.0" """, "40.0")]
    public async Task A_direct_message_needs_no_mention_and_has_no_workspace(string more, string thread)
    {
        await _desk.HappenAsync(Said("who won?", Direct + more));

        Assert.Equal(new ChatPlace("slack", "", "D40", thread), (await _desk.TakeAsync())!.Place);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task A_message_in_a_thread_counts_under_an_answer_of_ours_where_follow_ups_are_on(bool on, bool ours, bool counts)
    {
        _desk.FollowUps = on;
        if (ours) _desk.Answered.Add("40.0");

        await _desk.HappenAsync(Said("and then?", InChannel + ""","thread_ts":"40.0" """));

        Assert.Equal(counts, await _desk.TakeAsync() is not null);
    }

    [Fact]
    public async Task A_mention_in_a_thread_always_counts()
    {
        await _desk.HappenAsync(Said("<@U99> and then?", InChannel + ""","thread_ts":"40.0" """));

        Assert.Equal("40.0", (await _desk.TakeAsync())!.Place.Thread);
    }

    [Theory]
    [InlineData(""" "subtype":"message_changed" """)]
    [InlineData(""" "subtype":"message_deleted" """)]
    [InlineData(""" "subtype":"bot_message" """)]
    [InlineData(""" "subtype":"channel_join" """)]
    [InlineData(""" "bot_id":"B1" """)]
    [InlineData(""" "edited":{"user":"U11","ts":"51.0"} """)]
    [InlineData(""" "hidden":true """)]
    public async Task Edits_bots_and_notices_are_not_listened_to(string more)
    {
        await _desk.HappenAsync(Said("<@U99> hello", $"{InChannel},{more}"), Said("hello", $"{Direct},{more}"));

        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task Our_own_messages_are_not_listened_to()
    {
        await _desk.HappenAsync(Said("hello", Direct, user: "U99"));

        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task What_is_not_for_us_costs_nothing()
    {
        await _desk.HappenAsync(Said("hello", InChannel));

        Assert.Empty(_desk.Api.Methods);
        Assert.Null(await _desk.TakeAsync());
    }

    [Theory]
    [InlineData("""{"is_restricted":true}""", "not guests")]
    [InlineData("""{"is_ultra_restricted":true}""", "not guests")]
    [InlineData("""{"team_id":"T2"}""", "organisation")]
    [InlineData("""{"is_stranger":true}""", "organisation")]
    public async Task Guests_and_outsiders_get_no_answer_but_the_reason(string user, string why)
    {
        _desk.Api.Users["U11"] = user;

        await _desk.HappenAsync(Said("<@U99> hello", InChannel));

        Assert.Contains(why, await ObjectionAsync(_desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_somebody_is_does_not_hold_up_the_acknowledgement()
    {
        _desk.Api.Users["U11"] = """{"is_restricted":true}""";

        await _desk.HappenAsync(Said("<@U99> hello", InChannel));

        Assert.Empty(_desk.Api.Bodies("users.info"));
    }

    [Fact]
    public async Task Guests_and_outsiders_are_answered_where_that_is_set()
    {
        using var open = new SlackDesk(slack: new SlackOptions { AnswerGuests = true, AnswerConnect = true });
        open.Api.Users["U11"] = """{"is_restricted":true,"team_id":"T2"}""";

        await open.HappenAsync(Said("<@U99> hello", InChannel));

        Assert.Null(await ObjectionAsync(open));
    }

    [Fact]
    public async Task Members_of_another_workspace_of_the_organisation_are_no_outsiders()
    {
        _desk.Api.Users["U11"] = """{"team_id":"E1","enterprise_user":{"enterprise_id":"E1","teams":["T1","T3"]}}""";

        await _desk.HappenAsync(Said("<@U99> hello", InChannel));

        Assert.Null(await ObjectionAsync(_desk));
    }

    [Fact]
    public async Task Who_somebody_is_is_asked_again_after_a_while_only()
    {
        await _desk.HappenAsync(Said("one", Direct), Said("two", Direct, ts: "51.1"));
        await ObjectionAsync(_desk);
        await ObjectionAsync(_desk);
        _desk.PassTime(TimeSpan.FromMinutes(6));
        await _desk.HappenAsync(Said("three", Direct, ts: "52.1"));
        await ObjectionAsync(_desk);

        Assert.Equal(2, _desk.Api.Bodies("users.info").Count());
    }

    [Fact]
    public async Task Where_nobody_can_be_looked_up_nobody_is_answered()
    {
        _desk.Api.Refuse("users.info", "missing_scope");

        await _desk.HappenAsync(Said("hello", Direct));

        Assert.Contains("cannot look up", await ObjectionAsync(_desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_so_once()
    {
        using var busy = new SlackDesk(new ChatOptions { MaxWaitingPerUser = 1 });

        await busy.HappenAsync(Said("<@U99> one", InChannel), Said("<@U99> two", InChannel, ts: "51.1"), Said("<@U99> two", InChannel, ts: "51.1"));

        Assert.Contains("Please wait", Assert.Single(busy.Api.Bodies("chat.postEphemeral"))["blocks"].Visible(), StringComparison.Ordinal);
    }

    /// <summary>What is objected to the next message in the inbox.</summary>
    private static async Task<string?> ObjectionAsync(SlackDesk desk) => await desk.Bot.Platform.ObjectionAsync((await desk.TakeAsync())!, default);

    private static BriefingBot.Slack.SocketMode.Envelope Said(string text, string more, string ts = "50.1", string user = "U11", string type = "message") =>
        SlackDesk.Event($$"""{"type":"{{type}}","user":"{{user}}","text":"{{text}}","ts":"{{ts}}",{{more}}}""");
}
