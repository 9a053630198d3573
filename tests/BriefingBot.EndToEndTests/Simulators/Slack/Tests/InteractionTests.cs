namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class InteractionTests : SlackTest
{
    private const string Buttons = """
        {"text":"Answer","blocks":[{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"},"value":"7"},
        {"type":"overflow","action_id":"menu","options":[{"text":{"type":"plain_text","text":"Pause"},"value":"pause"}]}]},
        {"type":"context_actions","elements":[{"type":"feedback_buttons","action_id":"rate","positive_button":{"text":{"type":"plain_text","text":"Good"},"value":"good"},"negative_button":{"text":{"type":"plain_text","text":"Bad"},"value":"bad"}}]}]}
        """;

    [Fact]
    public async Task A_command_comes_with_its_text_and_can_be_answered_at_once()
    {
        await Client.ConnectAsync();
        Slack.UserRunsCommand(News, Reader, "/briefing", "ask Mali");
        var envelope = await Client.NextAsync("slash_commands");
        Assert.Equal(("/briefing", "ask Mali", News.Id, Reader.Id), (envelope["payload"]!["command"].AsString(), envelope["payload"]!["text"].AsString(), envelope["payload"]!["channel_id"].AsString(), envelope["payload"]!["user_id"].AsString()));

        await Client.AcknowledgeAsync(envelope, Json("""{"text":"One moment."}"""));

        await SlackSimulator.Until(() => Slack.EphemeralsFor(Reader).Count == 1, "the answer");
        Assert.Throws<InvalidOperationException>(() => Slack.UserRunsCommand(News, Reader, "/unknown"));
    }

    [Fact]
    public async Task A_command_that_is_not_acknowledged_fails_for_the_person_and_does_not_come_again()
    {
        await Client.ConnectAsync();
        var command = Slack.UserRunsCommand(News, Reader, "/briefing");
        await Client.NextAsync("slash_commands");
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(command.IsGivenUp);
        Assert.Equal(1, command.Attempts);
        Assert.Same(command, Assert.Single(Slack.Unacknowledged));
    }

    [Fact]
    public async Task Its_response_url_takes_five_answers_within_thirty_minutes()
    {
        var url = Slack.UserRunsCommand(News, Reader, "/briefing").ResponseUrl!;
        Assert.Equal((200, "ok"), await Client.RespondAsync(url, Json("""{"text":"for you"}""")));
        Assert.Equal((200, "ok"), await Client.RespondAsync(url, Json("""{"text":"for all","response_type":"in_channel"}""")));
        Assert.Equal("for you", Assert.Single(Slack.EphemeralsFor(Reader)).Text);
        Assert.Equal("for all", Assert.Single(Slack.Answers(News)).Text);
        Assert.Equal(400, (await Client.RespondAsync(url, Json("{}"))).Status);
        for (var i = 0; i < 2; i++) await Client.RespondAsync(url, Json("""{"text":"more"}"""));
        Assert.Equal((404, """{"ok":false,"error":"used_url"}"""), await Client.RespondAsync(url, Json("""{"text":"too many"}""")));

        var old = Slack.UserRunsCommand(News, Reader, "/briefing").ResponseUrl!;
        Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((404, """{"ok":false,"error":"expired_url"}"""), await Client.RespondAsync(old, Json("""{"text":"too late"}""")));
    }

    [Fact]
    public async Task A_button_names_itself_and_its_message_which_can_be_replaced_or_deleted()
    {
        await Client.ConnectAsync();
        await Client.CallAsync("chat.postMessage", InNews(Buttons));
        var message = Assert.Single(Slack.Answers(News));

        var click = Slack.UserClicks(message, Reader, "more");

        var payload = (await Client.NextAsync("interactive"))["payload"]!;
        var action = payload["actions"]![0]!;
        Assert.Equal(("block_actions", "more", "b", "7", message.Ts), (payload["type"].AsString(), action["action_id"].AsString(), action["block_id"].AsString(), action["value"].AsString(), payload["message"]!["ts"].AsString()));
        await Client.RespondAsync(click.ResponseUrl!, Json("""{"replace_original":true,"text":"More"}"""));
        Assert.Equal("More", message.Shown);
        Assert.Throws<InvalidOperationException>(() => Slack.UserClicks(message, Reader, "more"));
        await Client.RespondAsync(click.ResponseUrl!, Json("""{"delete_original":true}"""));
        Assert.True(message.IsDeleted);
    }

    [Fact]
    public async Task Feedback_menus_and_shortcuts_bring_what_was_chosen()
    {
        await Client.CallAsync("chat.postMessage", InNews(Buttons));
        var message = Assert.Single(Slack.Answers(News));
        Assert.Equal("bad", Slack.UserGivesFeedback(message, Reader, "rate", positive: false).Payload["actions"]![0]!["value"].AsString());
        Assert.Equal("pause", Slack.UserSelects(message, Reader, "menu", "pause").Payload["actions"]![0]!["selected_option"]!["value"].AsString());
        Assert.Throws<InvalidOperationException>(() => Slack.UserSelects(message, Reader, "menu", "other"));
        Assert.Equal(message.Ts, Slack.UserUsesShortcut(message, Reader, "check_against_briefings").Payload["message_ts"].AsString());
        Assert.Throws<InvalidOperationException>(() => Slack.UserUsesShortcut(message, Reader, "unknown"));
        Assert.Equal("shortcut", Slack.UserUsesGlobalShortcut(Reader, "check_against_briefings").Payload["type"].AsString());
    }

    [Fact]
    public async Task Nobody_presses_a_button_that_only_another_person_sees()
    {
        var arguments = InNews(Buttons);
        arguments["user"] = Reader.Id;
        await Client.CallAsync("chat.postEphemeral", arguments);
        var shown = Assert.Single(Slack.EphemeralsFor(Reader));
        Assert.True(Slack.UserClicks(shown, Reader, "more").Payload["container"]!["is_ephemeral"]!.GetValue<bool>());
        Assert.Throws<InvalidOperationException>(() => Slack.UserClicks(shown, Slack.AddUser("other"), "more"));
    }
}
