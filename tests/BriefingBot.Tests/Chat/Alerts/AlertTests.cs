using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Alerts;

public sealed class AlertTests
{
    [Fact]
    public async Task What_arrives_on_the_topic_is_told_once_with_a_cited_sentence()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Strand bridge");
        await desk.ArriveAsync(Strand.Bridge, Strand.RoundUp);
        await desk.PassAsync(TimeSpan.FromDays(1));

        var told = Assert.Single(desk.Told());
        var story = Assert.Single(told.Part<DigestPart>().Stories);
        Assert.Equal("Something arrived on: Strand bridge", told.Part<DigestPart>().Heading);
        Assert.Equal(Strand.Bridge.Title, story.Headline);
        var sentence = Assert.Single(story.Sentences);
        Assert.Contains(sentence.Text, Strand.Bridge.Text, StringComparison.Ordinal);
        Assert.Equal("Coast Ledger", Assert.Single(story.Links, l => l.Number == Assert.Single(sentence.Citations)).Name);
        Assert.StartsWith("18 Mar 2024; single source", story.Sources, StringComparison.Ordinal);
        Assert.Equal(["Ask about this", "Mute for a week", "Stop"], told.Buttons.Select(b => b.Label));
        Assert.False(told.Private);
    }

    [Fact]
    public async Task What_was_there_before_and_what_is_about_something_else_is_not_told()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("library hours in Velmora");
        await desk.WaitForAsync("Strand lighthouse");
        await desk.ArriveAsync(Strand.Bridge);

        Assert.Empty(desk.Told());
    }

    [Fact]
    public async Task The_button_under_what_was_not_found_makes_an_alert_where_it_was_asked()
    {
        using var desk = await AlertDesk.MakeAsync();
        var thread = ChatDesk.Channel with { Thread = "thread-1" };
        var abstention = await desk.SayAsync(new AskRequest("Why was the Strand bridge closed?"), place: thread);
        var made = await desk.PressAsync(abstention, ButtonAction.MakeAlert, "bob", thread);
        Assert.True(made.Private);
        Assert.Contains("“Why was the Strand bridge closed?”", made.Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("There is such an alert here already", (await desk.PressAsync(abstention, ButtonAction.MakeAlert, "ann", thread)).Part<NoticePart>().Text, StringComparison.Ordinal);

        await desk.ArriveAsync(Strand.BridgeElsewhere);

        var told = Assert.Single(desk.Platform.Seen.Values, s => s.Message.Request is DueAlert);
        Assert.Equal(thread, told.Message.Place);
        Assert.Equal([Strand.BridgeElsewhere.Title], told.Reply.Headlines());
    }

    [Fact]
    public async Task What_was_asked_in_private_in_a_channel_offers_no_alert_to_all_of_it()
    {
        using var desk = await AlertDesk.MakeAsync();

        Assert.DoesNotContain((await desk.SayAsync(new AskRequest("Why was the Strand bridge closed?", Private: true))).Buttons, b => b.Action == ButtonAction.MakeAlert);
        Assert.Contains((await desk.SayAsync(new AskRequest("Why was the Strand bridge closed?", Private: true), place: AlertDesk.Direct)).Buttons, b => b.Action == ButtonAction.MakeAlert);
    }

    [Fact]
    public async Task Plain_words_make_an_alert_also_on_what_was_asked_before()
    {
        using var desk = await AlertDesk.MakeAsync();
        Assert.Contains("“the Strand bridge”", (await desk.SayAsync(new AskRequest("Tell me when something arrives on the Strand bridge."))).Part<NoticePart>().Text, StringComparison.Ordinal);
        await desk.SayAsync(new AskRequest("Who was the master of the Marie Belle?"), place: AlertDesk.Direct);
        Assert.Contains("“Who was the master of the Marie Belle?”", (await desk.SayAsync(new AskRequest("let me know when there is news about this"), place: AlertDesk.Direct)).Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("does not say what", (await desk.SayAsync(new AskRequest("tell me when something arrives"), "bob")).Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_told_once_and_again_only_with_what_is_new_in_it()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Strand bridge");
        await desk.ArriveAsync(Strand.Bridge);
        await desk.ArriveAsync(Strand.BridgeReprint);
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Told());

        // Says nothing that the first did not.
        await desk.ArriveAsync(Strand.BridgeAgain);
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Told());

        await desk.ArriveAsync(Strand.BridgeNextDay);
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, desk.Told().Count);
        Assert.NotEmpty(Assert.Single(desk.Told()[1].Part<DigestPart>().Stories).Update);
    }

    [Fact]
    public async Task Another_version_is_told_when_it_is_the_first_to_match()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Strand bridge");
        await desk.WaitForAsync("Velmora mayor Katrin Voss");
        var before = NewsDesk.Article("live", "Live: Monday on the coast", "2024-03-18", "Coast Ledger", "The morning is quiet on the coast of Strand. Fog lies over the sound.");
        await desk.ArriveAsync(before);
        Assert.Empty(desk.Told());

        await desk.ArriveAsync(Strand.Bridge with { Id = before.Id });
        Assert.Equal([Strand.Bridge.Title], Assert.Single(desk.Told()).Headlines());

        // Once more, a little longer: it has matched before.
        await desk.ArriveAsync(NewsDesk.Article("live", "Cargo ship hits Strand bridge", "2024-03-18", "Coast Ledger", [.. Strand.Bridge.Text.Split("\n\n"), "The fog has lifted, and the tide is out at the Strand bridge."]));
        await desk.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Told());
    }

    [Fact]
    public async Task What_was_published_long_before_it_was_indexed_is_no_news_but_what_has_no_date_may_be()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Karlsund lighthouse");
        await desk.ArriveAsync(NewsDesk.Article("old", "Karlsund lighthouse", "2021-02-01", "Coast Ledger", "The lighthouse of Karlsund was painted white and red by its keeper."));
        Assert.Empty(desk.Told());

        await desk.ArriveAsync(Strand.Undated);
        Assert.StartsWith("undated", Assert.Single(Assert.Single(desk.Told()).Part<DigestPart>().Stories).Sources, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_can_be_asked_about()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Velmora museum");
        await desk.ArriveAsync(NewsDesk.Article("museum", "Velmora museum opens late", "2024-03-19", "Velmora Courier", "The museum of Velmora will open until nine on Fridays. A ticket costs 12 crowns, as it did before."));

        var opened = await desk.PressAsync(Assert.Single(desk.Told()), ButtonAction.AskStory);
        var key = desk.Platform.Seen.Single(s => ReferenceEquals(s.Value.Reply, opened)).Key;
        var answer = await desk.SayAsync(desk.Message(new AskRequest("What does a ticket cost?"), "bob", ChatDesk.Channel with { Thread = $"message-{key}" }));

        Assert.Contains("12 crowns", answer.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 20, "You have made 1 alerts")]
    [InlineData(10, 1, "There are 1 alerts here")]
    public async Task There_are_bounds_for_a_person_and_for_a_channel(int perPerson, int perChannel, string refusal)
    {
        using var desk = await AlertDesk.MakeAsync(new AlertsOptions { PerPerson = perPerson, PerChannel = perChannel });
        await desk.WaitForAsync("Strand bridge");

        Assert.StartsWith(refusal, (await desk.SayAsync(new AlertRequest("Velmora museum"))).Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_maker_and_administrators_end_it_and_others_see_it()
    {
        using var desk = await AlertDesk.MakeAsync();
        var id = await desk.WaitForAsync("Strand bridge");
        await desk.ArriveAsync(Strand.Bridge);
        var told = Assert.Single(desk.Told());

        Assert.Equal("“Strand bridge”; made by you", Assert.Single((await desk.ManageAsync(AlertAction.List)).Part<ListPart>().Lines).Text);
        Assert.Equal("“Strand bridge”", Assert.Single((await desk.ManageAsync(AlertAction.List, user: "bob")).Part<ListPart>().Lines).Text);
        Assert.Contains($"alert remove {id}", (await desk.PressAsync(told, ButtonAction.StopAlert, "bob")).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.IsType<ErrorPart>(Assert.Single((await desk.ManageAsync(AlertAction.Pause, user: "bob")).Parts));
        Assert.Contains("no longer watch", (await desk.ManageAsync(AlertAction.Remove, id, "bob", administrator: true)).Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("ended already", (await desk.PressAsync(told, ButtonAction.StopAlert)).Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("no alert here", (await desk.ManageAsync(AlertAction.List)).Part<NoticePart>().Text, StringComparison.Ordinal);

        await desk.ArriveAsync(Strand.BridgeNextDay);
        Assert.Single(desk.Told());
    }

    [Fact]
    public async Task A_test_shows_what_would_have_been_told()
    {
        using var desk = await AlertDesk.MakeAsync();
        desk.Publish(Strand.Bridge);
        await desk.FollowAsync();

        Assert.Equal(["Cargo ship hits Strand bridge: Coast Ledger, 18 Mar 2024"], (await desk.ManageAsync(AlertAction.Test, topic: "Strand bridge")).Part<ListPart>().Lines.Select(l => $"{l.Name}: {l.Text}"));
        Assert.Contains("nothing", (await desk.ManageAsync(AlertAction.Test, topic: "Strand lighthouse")).Part<NoticePart>().Text, StringComparison.Ordinal);
        await desk.WaitForAsync("Strand bridge");
        Assert.Single((await desk.ManageAsync(AlertAction.Test)).Part<ListPart>().Lines);
        Assert.Empty(desk.Told());
    }

    [Fact]
    public async Task Text_of_an_alert_pings_nobody_and_takes_no_marks_along()
    {
        using var desk = await AlertDesk.MakeAsync();
        var reply = await desk.SayAsync(new AlertRequest("the\u202e Strand\nbridge"));

        Assert.Contains("“the Strand bridge”", reply.Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_make_the_same_alert_at_once_make_one()
    {
        using var desk = await AlertDesk.MakeAsync();
        await Task.WhenAll(desk.Inbox.AcceptAsync(desk.Message(new AlertRequest("Strand bridge")), default).AsTask(), desk.Inbox.AcceptAsync(desk.Message(new AlertRequest("the bridge of Strand"), "bob"), default).AsTask());
        await desk.RunAsync();

        Assert.Single(await desk.Alerts.ListAsync(ChatDesk.Channel, default));
    }
}
