using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class EventTests : SlackTest
{
    [Fact]
    public void A_mention_is_a_message_and_an_app_mention_of_the_same_ts()
    {
        var said = Slack.UserSays(News, Reader, "what about Mali?", mention: true);
        Assert.Equal(["message", "app_mention"], Events.Select(inner => inner["type"].AsString()));
        Assert.All(Events, inner => Assert.Equal((said.Ts, News.Id, $"{Slack.Bot.Mention} what about Mali?"), (inner["ts"].AsString(), inner["channel"].AsString(), inner["text"].AsString())));
        Assert.Equal(2, Slack.Deliveries.Select(delivery => delivery.EventId).Distinct().Count());
    }

    [Fact]
    public void A_reply_names_its_thread()
    {
        var root = Slack.UserSays(News, Reader, "question");
        var reply = Slack.UserSays(News, Reader, "and now?", thread: root);
        Slack.UserSays(News, Reader, "and then?", thread: reply);
        Assert.All(Events.Skip(1), inner => Assert.Equal((root.Ts, Reader.Id), (inner["thread_ts"].AsString(), inner["parent_user_id"].AsString())));
    }

    [Fact]
    public void Each_kind_of_conversation_has_its_own_type()
    {
        Slack.UserSays(News, Reader, "x");
        Slack.UserSays(Slack.AddChannel("desk", isPrivate: true), Reader, "x");
        Slack.UserSays(Slack.DirectMessage(Reader), Reader, "x", mention: true);
        Assert.Equal(["channel", "group", "im"], Events.Select(inner => inner["channel_type"].AsString()));
    }

    [Fact]
    public void A_channel_without_the_bot_is_silent_until_it_is_invited()
    {
        var away = Slack.AddChannel("away", withBot: false);
        Slack.UserSays(away, Reader, "x", mention: true);
        Assert.Empty(Slack.Deliveries);
        Slack.UserInvitesBot(away, Reader);
        Slack.UserSays(away, Reader, "x");
        Assert.Equal(["member_joined_channel", "message"], Events.Select(inner => inner["type"].AsString()));
    }

    [Fact]
    public async Task The_bot_hears_its_own_messages_but_not_those_for_one_person()
    {
        await Client.PostAsync(News.Id, "x");
        await Client.CallAsync("chat.postEphemeral", InNews($$"""{"user":"{{Reader.Id}}","text":"x"}"""));
        Assert.Equal((Slack.Bot.Id, Slack.AppId), (Assert.Single(Events)["user"].AsString(), Assert.Single(Events)["app_id"].AsString()));
    }

    [Fact]
    public void Edits_and_deletions_are_told_with_what_was_there_before()
    {
        var said = Slack.UserSays(News, Reader, "before");
        Slack.UserEdits(said, "after");
        Slack.UserDeletes(said);
        Assert.Equal(["message_changed", "message_deleted"], Events.Skip(1).Select(inner => inner["subtype"].AsString()));
        Assert.Equal(("after", "before"), (Events[1]["message"]!["text"].AsString(), Events[1]["previous_message"]!["text"].AsString()));
        Assert.Equal(said.Ts, Events[2]["deleted_ts"].AsString());
    }

    [Fact]
    public async Task People_of_another_company_come_in_by_a_shared_channel()
    {
        var team = Slack.AddTeam("Elsewhere");
        var (shared, stranger) = (Slack.AddChannel("shared", sharedWith: team), Slack.AddUser("stranger", team: team));
        Slack.UserSays(shared, stranger, "hello", mention: true);
        Assert.All(Slack.Deliveries, delivery => Assert.True(delivery.Payload["is_ext_shared_channel"]!.GetValue<bool>()));
        Assert.All(Events, inner => Assert.Equal((team.Id, team.Id), (inner["team"].AsString(), inner["user_team"].AsString())));
        Assert.True((await Client.FormAsync("users.info", ("user", stranger.Id)))["user"]!["is_stranger"]!.GetValue<bool>());
        Assert.True((await Client.FormAsync("conversations.info", ("channel", shared.Id)))["channel"]!["is_ext_shared"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Administrators_and_guests_are_told_apart()
    {
        var (admin, guest) = (Slack.AddUser("admin", isAdmin: true), Slack.AddUser("guest", isGuest: true));
        Assert.True((await Client.FormAsync("users.info", ("user", admin.Id)))["user"]!["is_admin"]!.GetValue<bool>());
        Assert.True((await Client.FormAsync("users.info", ("user", guest.Id)))["user"]!["is_restricted"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_assistant_thread_knows_what_the_person_looks_at_and_shows_status_prompts_and_title()
    {
        var thread = Slack.UserOpensAssistant(Reader, News);
        Slack.UserLooksAt(thread, Slack.AddChannel("sport"));
        Assert.Equal(["assistant_thread_started", "assistant_thread_context_changed"], Events.Select(inner => inner["type"].AsString()));
        Assert.Equal(News.Id, Events[0]["assistant_thread"]!["context"]!["channel_id"].AsString());

        var place = $$""" "channel_id":"{{thread.Channel.Id}}","thread_ts":"{{thread.Ts}}" """;
        await Client.CallAsync("assistant.threads.setStatus", Json($$"""{{{place}},"status":"is searching…"}"""));
        await Client.CallAsync("assistant.threads.setTitle", Json($$"""{{{place}},"title":"Mali"}"""));
        await Client.CallAsync("assistant.threads.setSuggestedPrompts", Json($$"""{{{place}},"prompts":[{"title":"a","message":"b"}]}"""));
        Assert.Equal(("is searching…", "Mali", "b"), (Slack.StatusIn(thread), Slack.TitleOf(thread), Assert.Single(Slack.Prompts).Prompts[0].Message));
        Assert.Equal("invalid_arguments", await Client.ErrorAsync("assistant.threads.setSuggestedPrompts", Json($$"""{{{place}},"prompts":[]}""")));

        Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("", Slack.StatusIn(thread));
        await Client.CallAsync("assistant.threads.setStatus", Json($$"""{{{place}},"status":"is writing…"}"""));
        await Client.PostAsync(thread.Channel.Id, "Answer", arguments => arguments["thread_ts"] = thread.Ts);
        Assert.Equal("", Slack.StatusIn(thread));
    }

    private IReadOnlyList<JsonObject> Events => [.. Slack.Deliveries.Select(delivery => (JsonObject)delivery.Payload["event"]!)];
}
