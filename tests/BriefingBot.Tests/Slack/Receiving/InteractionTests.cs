using System.Text.Json.Nodes;
using BriefingBot.Chat;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack;
using BriefingBot.Slack.Delivery;
using BriefingBot.Tests.Slack.Rendering;

namespace BriefingBot.Tests.Slack.Receiving;

public sealed class InteractionTests : IDisposable
{
    private const string Where = """ "user":{"id":"U11"},"channel":{"id":"C20"},"team":{"id":"T1"},"trigger_id":"1.2.3","response_url":"http://slack.test/actions/response" """;

    private readonly SlackDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_command_is_stored_once_with_its_way_back()
    {
        await _desk.HappenAsync(SlackDesk.Command("ask who won? since:yesterday"), SlackDesk.Command("ask who won? since:yesterday"));

        var message = await _desk.TakeAsync();
        Assert.Equal(new AskRequest("who won?", "yesterday"), message!.Request);
        Assert.Equal((new ChatPlace("slack", "T1", "C20"), "U11", "slack:command:1.2.3"), (message.Place, message.User, message.EventKey));
        Assert.True(ReplyTicket.Of(message).IsUnseen);
        Assert.DoesNotContain("http", ReplyTicket.Of(message).ToString(), StringComparison.Ordinal);
        Assert.Null(await _desk.TakeAsync());
        Assert.Empty(_desk.Api.Methods);
    }

    [Fact]
    public async Task Wrong_words_behind_a_command_bring_a_hint_to_the_person_alone()
    {
        await _desk.HappenAsync(SlackDesk.Command("quote"));

        var told = Assert.Single(_desk.Api.Bodies("response"));
        Assert.Equal("ephemeral", told.Text("response_type"));
        Assert.Contains("/briefing quote", told["blocks"].Visible(), StringComparison.Ordinal);
        Assert.Null(await _desk.TakeAsync());
    }

    [Theory]
    [InlineData("""{"is_admin":true}""", true)]
    [InlineData("""{"is_owner":true}""", true)]
    [InlineData("""{}""", false)]
    public async Task Settings_know_whether_the_person_administers_the_workspace(string user, bool administers)
    {
        _desk.Api.Users["U11"] = user;

        await _desk.HappenAsync(SlackDesk.Command("settings follow-ups:on"));

        Assert.Equal(administers, (await _desk.TakeAsync())!.IsAdministrator);
    }

    [Fact]
    public async Task Others_can_be_made_administrators()
    {
        using var desk = new SlackDesk(slack: new SlackOptions { Administrators = ["U11"] });

        await desk.HappenAsync(SlackDesk.Command("settings"));

        Assert.True((await desk.TakeAsync())!.IsAdministrator);
    }

    [Theory]
    [InlineData("digest subscribe 08:00", "Asia/Tokyo")]
    [InlineData("settings quiet:22-7", "Asia/Tokyo")]
    [InlineData("ask what happened?", "")]
    public async Task What_is_wanted_at_a_time_of_day_knows_the_persons_time_zone(string text, string zone)
    {
        _desk.Api.Users["U11"] = """{"tz":"Asia/Tokyo"}""";

        await _desk.HappenAsync(SlackDesk.Command(text));

        Assert.Equal(zone, (await _desk.TakeAsync())!.Zone);
    }

    [Fact]
    public async Task A_profile_that_cannot_be_read_costs_the_zone_and_not_the_command()
    {
        using var desk = new SlackDesk(slack: new SlackOptions { Administrators = ["U11"] });
        desk.Api.Refuse("users.info", "missing_scope");

        await desk.HappenAsync(SlackDesk.Command("digest subscribe 08:00"));

        Assert.Equal("", (await desk.TakeAsync())!.Zone);
    }

    [Fact]
    public async Task An_administrator_elsewhere_is_none_here()
    {
        using var desk = new SlackDesk(slack: new SlackOptions { AnswerGuests = true, AnswerConnect = true });
        desk.Api.Users["U11"] = """{"is_admin":true,"team_id":"T2"}""";

        await desk.HappenAsync(SlackDesk.Command("settings"));

        Assert.False((await desk.TakeAsync())!.IsAdministrator);
    }

    [Theory]
    [InlineData(""" "container":{"message_ts":"60.1","is_ephemeral":false},"message":{"ts":"60.1"} """, "60.1", false)]
    [InlineData(""" "container":{"message_ts":"60.1","thread_ts":"50.1","is_ephemeral":false},"message":{"ts":"60.1","thread_ts":"50.1"} """, "50.1", false)]
    [InlineData(""" "container":{"message_ts":"60.1","thread_ts":"50.1","is_ephemeral":true} """, "50.1", true)]
    [InlineData(""" "container":{"message_ts":"60.1","is_ephemeral":true} """, "", true)]
    public async Task A_press_is_replied_to_below_the_answer_and_as_privately(string container, string thread, bool isPrivate)
    {
        await _desk.HappenAsync(Press("""{"type":"button","action_id":"briefing:abc","value":"abc","action_ts":"70.1"}""", container), Press("""{"type":"button","action_id":"briefing:abc","value":"abc","action_ts":"70.1"}""", container));

        var message = await _desk.TakeAsync();
        Assert.Equal(new ButtonPress("abc", isPrivate), message!.Request);
        Assert.Equal(new ChatPlace("slack", "T1", "C20", thread), message.Place);
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task A_verdict_by_Slacks_feedback_buttons_is_a_press_on_what_was_chosen()
    {
        await _desk.HappenAsync(Press("""{"type":"feedback_buttons","action_id":"briefing:feedback","value":"xyz","action_ts":"70.1"}""", """ "container":{"message_ts":"60.1"} """));

        Assert.Equal(new ButtonPress("xyz"), (await _desk.TakeAsync())!.Request);
    }

    [Fact]
    public async Task Foreign_actions_are_left_alone()
    {
        await _desk.HappenAsync(
            Press("""{"type":"button","action_id":"other","value":"abc","action_ts":"70.1"}""", """ "container":{"message_ts":"60.1"} """),
            SlackDesk.Interaction($$"""{"type":"message_action","callback_id":"other",{{Where}},"message":{"text":"x"} }"""),
            SlackDesk.Interaction($$"""{"type":"view_submission",{{Where}}}"""));

        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task A_message_can_be_checked_privately()
    {
        await _desk.HappenAsync(SlackDesk.Interaction($$"""{"type":"message_action","callback_id":"check_against_briefings",{{Where}},"message":{"ts":"50.1","thread_ts":"40.0","text":"The ferry &amp; the tug sank."} }"""));

        var message = await _desk.TakeAsync();
        Assert.Equal(new AskRequest("The ferry & the tug sank.", Private: true), message!.Request);
        Assert.Equal("40.0", message.Place.Thread);
    }

    [Fact]
    public async Task A_message_without_text_cannot_be_checked()
    {
        await _desk.HappenAsync(SlackDesk.Interaction($$"""{"type":"message_action","callback_id":"check_against_briefings",{{Where}},"message":{"ts":"50.1","text":""} }"""));

        Assert.Null(await _desk.TakeAsync());
        Assert.Single(_desk.Api.Bodies("response"));
    }

    [Fact]
    public async Task The_home_tab_shows_help_and_what_was_asked()
    {
        _desk.Asked.AddRange(["Who <!here> won?", "And then?"]);

        await _desk.HappenAsync(SlackDesk.Event("""{"type":"app_home_opened","user":"U11","tab":"home"}"""));

        var published = Assert.Single(_desk.Api.Bodies("views.publish"));
        Assert.Equal("U11", published.Text("user_id"));
        Assert.Equal("home", published["view"]!.AsObject().Type());
        var shown = published["view"]!["blocks"].Visible();
        Assert.Contains("/briefing ask question", shown, StringComparison.Ordinal);
        Assert.Contains("Who <!here> won? (", shown, StringComparison.Ordinal);
        Assert.InRange(published["view"]!["blocks"]!.AsArray().Count, 1, 100);
    }

    [Fact]
    public async Task An_assistant_thread_begins_with_prompts()
    {
        await _desk.HappenAsync(SlackDesk.Event("""{"type":"assistant_thread_started","assistant_thread":{"user_id":"U11","channel_id":"D40","thread_ts":"40.0"}}"""));

        var prompts = Assert.Single(_desk.Api.Bodies("assistant.threads.setSuggestedPrompts"));
        Assert.Equal(("D40", "40.0"), (prompts.Text("channel_id"), prompts.Text("thread_ts")));
        Assert.InRange(Assert.IsType<JsonArray>(prompts["prompts"]).Count, 1, 4);
        Assert.Single(_desk.Api.Bodies("assistant.threads.setTitle"));
    }

    [Fact]
    public async Task What_cannot_be_shown_there_stops_nothing()
    {
        _desk.Api.Refuse("views.publish", "not_enabled").Refuse("assistant.threads.setSuggestedPrompts", "unknown_method");

        await _desk.HappenAsync(
            SlackDesk.Event("""{"type":"app_home_opened","user":"U11","tab":"home"}"""),
            SlackDesk.Event("""{"type":"assistant_thread_started","assistant_thread":{"user_id":"U11","channel_id":"D40","thread_ts":"40.0"}}"""));

        Assert.Equal(2, _desk.Log.Lines.Count(l => l.Contains("could not be shown", StringComparison.Ordinal)));
    }

    private static BriefingBot.Slack.SocketMode.Envelope Press(string action, string container) =>
        SlackDesk.Interaction($$"""{"type":"block_actions",{{Where}},{{container}},"actions":[{{action}}]}""");
}
