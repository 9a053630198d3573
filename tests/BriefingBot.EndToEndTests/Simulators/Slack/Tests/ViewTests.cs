using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

public sealed class ViewTests : SlackTest
{
    private const string Form = """
        {"type":"modal","callback_id":"settings","title":{"type":"plain_text","text":"Settings"},"submit":{"type":"plain_text","text":"Save"},"blocks":[
        {"type":"input","block_id":"b","label":{"type":"plain_text","text":"Topic"},"element":{"type":"plain_text_input","action_id":"topic"}}]}
        """;

    [Fact]
    public async Task A_trigger_opens_one_view_within_three_seconds()
    {
        var trigger = Trigger();
        var opened = await OpenAsync(trigger);
        Assert.Equal(Slack.OpenView(Reader)!.Id, opened["view"]!["id"].AsString());
        Assert.Equal("exchanged_trigger_id", (await OpenAsync(trigger))["error"].AsString());
        Assert.Equal("invalid_trigger_id", (await OpenAsync("1.2.3"))["error"].AsString());

        var late = Trigger();
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("expired_trigger_id", (await OpenAsync(late))["error"].AsString());
    }

    [Fact]
    public async Task A_submission_carries_what_was_filled_in_and_closes_the_view()
    {
        await Client.ConnectAsync();
        await OpenAsync(Trigger());
        var view = Slack.OpenView(Reader)!;
        Assert.Throws<InvalidOperationException>(() => Slack.UserSubmitsView(view));
        Assert.Throws<InvalidOperationException>(() => Slack.UserSubmitsView(view, ("topic", "x"), ("colour", "red")));

        Slack.UserSubmitsView(view, ("topic", "Mali"));

        var envelope = await InteractionAsync("view_submission");
        Assert.Equal("Mali", envelope["payload"]!["view"]!["state"]!["values"]!["b"]!["topic"]!["value"].AsString());
        Assert.True(envelope["accepts_response_payload"]!.GetValue<bool>());
        await Client.AcknowledgeAsync(envelope);
        await SlackSimulator.Until(() => !view.IsOpen, "the closed view");
    }

    [Fact]
    public async Task A_submission_can_be_answered_with_errors_another_view_or_one_on_top()
    {
        await Client.ConnectAsync();
        await OpenAsync(Trigger());
        var view = Slack.OpenView(Reader)!;

        await AnswerAsync(view, Json("""{"response_action":"errors","errors":{"b":"Unknown topic"}}"""));
        await SlackSimulator.Until(() => view.Errors["b"].AsString() == "Unknown topic", "the errors");
        Assert.True(view.IsOpen);

        await AnswerAsync(view, new JsonObject { ["response_action"] = "update", ["view"] = Json(Form.Replace("Settings", "More", StringComparison.Ordinal)) });
        await SlackSimulator.Until(() => view.Shown.StartsWith("More", StringComparison.Ordinal), "the other view");

        await AnswerAsync(view, new JsonObject { ["response_action"] = "push", ["view"] = Json(Form) });
        await SlackSimulator.Until(() => Slack.OpenView(Reader)!.Previous == view, "the view on top");

        await AnswerAsync(Slack.OpenView(Reader)!, Json("""{"response_action":"clear"}"""));
        await SlackSimulator.Until(() => Slack.OpenView(Reader) is null, "nothing open");
    }

    [Fact]
    public async Task At_most_three_views_lie_on_each_other()
    {
        Assert.Equal("not_found", await PushAsync());
        await OpenAsync(Trigger());
        Assert.Equal(("", ""), (await PushAsync(), await PushAsync()));
        Assert.Equal("push_limit_reached", await PushAsync());
    }

    [Fact]
    public async Task An_update_with_an_old_hash_conflicts()
    {
        var opened = (await OpenAsync(Trigger()))["view"]!;
        Assert.Equal("", await UpdateAsync(opened["id"].AsString()!, opened["hash"].AsString()!));
        Assert.Equal("hash_conflict", await UpdateAsync(opened["id"].AsString()!, opened["hash"].AsString()!));
        Assert.Equal("not_found", await UpdateAsync("V0", ""));
    }

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""", "missing required field: title [json-pointer:/view]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"A title of 25 characters "},"blocks":[]}""", "must be less than 25 characters [json-pointer:/view/title/text]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"}}""", "missing required field: blocks [json-pointer:/view]")]
    [InlineData("""{"type":"home","blocks":[]}""", "unsupported type: home [json-pointer:/view/type]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}]}""", "missing required field: submit [json-pointer:/view]")]
    public async Task A_view_that_slack_does_not_take_is_refused_with_its_place(string view, string message)
    {
        var answer = await Client.CallAsync("views.open", new JsonObject { ["trigger_id"] = Trigger(), ["view"] = Json(view) });
        Assert.Equal("invalid_arguments", answer["error"].AsString());
        Assert.Contains("[ERROR] " + message, answer["response_metadata"]!["messages"]!.AsArray().Select(item => item.AsString()));
    }

    [Fact]
    public async Task The_home_tab_is_published_and_comes_with_the_next_opening()
    {
        await Client.ConnectAsync();
        Assert.Equal("", await Client.ErrorAsync("views.publish", new JsonObject { ["user_id"] = Reader.Id, ["view"] = Json("""{"type":"home","blocks":[{"type":"header","text":{"type":"plain_text","text":"Welcome"}}]}""") }));
        Assert.Equal("Welcome", Slack.HomeOf(Reader)!.Shown);

        Slack.UserOpensHome(Reader);

        var opened = (await Client.NextAsync("events_api"))["payload"]!["event"]!;
        Assert.Equal(("app_home_opened", "home"), (opened["type"].AsString(), opened["view"]!["type"].AsString()));
    }

    [Fact]
    public async Task Closing_is_told_only_when_the_view_asks_for_it()
    {
        await OpenAsync(Trigger());
        Assert.Null(Slack.UserClosesView(Slack.OpenView(Reader)!));
        var told = Json(Form);
        told["notify_on_close"] = true;
        await Client.CallAsync("views.open", new JsonObject { ["trigger_id"] = Trigger(), ["view"] = told });
        Assert.Equal("view_closed", Slack.UserClosesView(Slack.OpenView(Reader)!)!.Payload["type"].AsString());
    }

    private string Trigger() => Slack.UserRunsCommand(News, Reader, "/briefing").TriggerId!;

    private Task<JsonObject> OpenAsync(string trigger) => Client.CallAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = Json(Form) });

    private Task<string> PushAsync() => Client.ErrorAsync("views.push", new JsonObject { ["trigger_id"] = Trigger(), ["view"] = Json(Form) });

    private Task<string> UpdateAsync(string id, string hash) => Client.ErrorAsync("views.update", new JsonObject { ["view_id"] = id, ["hash"] = hash, ["view"] = Json(Form) });

    private async Task AnswerAsync(SimView view, JsonObject response)
    {
        Slack.UserSubmitsView(view, ("topic", "Mali"));
        await Client.AcknowledgeAsync(await InteractionAsync("view_submission"), response);
    }

    private async Task<JsonObject> InteractionAsync(string type)
    {
        while (true)
        {
            var envelope = await Client.NextAsync("interactive");
            if (envelope["payload"]!["type"].AsString() == type) return envelope;
        }
    }
}
