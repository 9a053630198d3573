using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class InteractionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private DiscordSimulator _simulator = null!;
    private RawClient _client = null!;
    private SimChannel _channel = null!;
    private SimUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = _time });
        _client = new RawClient(_simulator);
        _channel = _simulator.AddChannel(_simulator.AddGuild(), "news");
        _user = _simulator.AddUser("reader");
        var commands = JsonNode.Parse("""
            [{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"q","required":true,"max_length":100},{"type":5,"name":"private","description":"p"}]},
             {"name":"briefing","description":"Settings","default_member_permissions":"32","contexts":[0],"options":[{"type":1,"name":"length","description":"l","options":[{"type":4,"name":"n","description":"n","choices":[{"name":"few","value":2}]}]}]},
             {"name":"Check this","type":3}]
            """);
        Assert.Equal(0, await _client.ErrorAsync("PUT", $"applications/{_simulator.ApplicationId}/commands", commands));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_command_reaches_the_gateway_with_options_member_and_context()
    {
        await _client.LoginAsync();
        Ask();
        var data = (await _client.EventAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal("What?", data["data"]!["options"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(_user.Id.ToString(), data["member"]!["user"]!["id"]!.GetValue<string>());
        Assert.Equal(0, data["context"]!.GetValue<int>());
        _simulator.UserRunsCommand(_simulator.DirectMessage(_user), _user, "ask", ("question", "Here?"));
        data = (await _client.EventAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal(1, data["context"]!.GetValue<int>());
        Assert.NotNull(data["user"]);
    }

    [Fact]
    public void People_can_run_only_what_their_client_offers()
    {
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_channel, _user, "nothing"));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_channel, _user, "ask"));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_channel, _user, "ask", ("question", new string('q', 101))));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_channel, _user, "briefing length", ("n", 2)));
        var administrator = _simulator.AddUser("chief", isAdministrator: true);
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_channel, administrator, "briefing length", ("n", 3)));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserRunsCommand(_simulator.DirectMessage(administrator), administrator, "briefing length", ("n", 2)));
        _simulator.UserRunsCommand(_channel, administrator, "briefing length", ("n", 2));
    }

    [Fact]
    public async Task The_first_response_counts_for_three_seconds_and_once()
    {
        var inTime = Ask();
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, await RespondAsync(inTime, """{"type":5}"""));
        Assert.Equal(40060, await RespondAsync(inTime, """{"type":5}"""));
        var late = Ask();
        _time.Advance(TimeSpan.FromSeconds(3.001));
        Assert.Equal(10062, await RespondAsync(late, """{"type":5}"""));
        Assert.Same(late, Assert.Single(_simulator.Unanswered));
    }

    [Fact]
    public async Task A_deferred_reply_thinks_until_it_is_filled()
    {
        var asked = Ask();
        await RespondAsync(asked, """{"type":5}""");
        Assert.Empty(_simulator.Answers(_channel));
        Assert.True(Assert.Single(_simulator.MessagesIn(_channel)).IsLoading);
        Assert.Equal(0, await _client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"Here."}""")));
        Assert.Equal("Here.", Assert.Single(_simulator.Answers(_channel)).Content);
        Assert.Equal(0, await _client.ErrorAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"More."}""")));
        Assert.Equal(2, _simulator.Answers(_channel).Count);
        Assert.Equal(204, (await _client.CallAsync("DELETE", Original(asked))).Status);
        Assert.Equal(10008, await _client.ErrorAsync("GET", Original(asked)));
    }

    [Fact]
    public async Task The_deferral_fixes_whether_the_answer_is_private()
    {
        var asked = Ask();
        await RespondAsync(asked, """{"type":5,"data":{"flags":64}}""");
        await _client.CallAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"Secret.","flags":0}"""));
        Assert.Empty(_simulator.Answers(_channel, _simulator.AddUser("stranger")));
        var answer = Assert.Single(_simulator.Answers(_channel, _user));
        Assert.Equal("Secret.", answer.Content);
        Assert.Equal(10008, await _client.ErrorAsync("GET", $"channels/{_channel.Id}/messages/{answer.Id}"));
    }

    [Fact]
    public async Task A_token_lives_fifteen_minutes()
    {
        var asked = Ask();
        Assert.Equal(10015, await _client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"early"}""")));
        await RespondAsync(asked, """{"type":5}""");
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(0, await _client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"just"}""")));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(50027, await _client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"late"}""")));
        Assert.Equal(401, (await _client.CallAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"late"}"""))).Status);
    }

    [Fact]
    public async Task A_click_updates_its_message_or_opens_a_form()
    {
        var asked = Ask();
        Assert.Equal(0, await RespondAsync(asked, """{"type":4,"data":{"content":"Found.","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"more"},{"type":2,"style":1,"label":"l","custom_id":"off","disabled":true}]}]}}"""));
        var answer = Assert.Single(_simulator.Answers(_channel));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserClicks(answer, _user, "off"));
        Assert.Throws<InvalidOperationException>(() => _simulator.UserClicks(answer, _user, "nothing"));
        Assert.Equal(0, await RespondAsync(_simulator.UserClicks(answer, _user, "more"), """{"type":7,"data":{"content":"More."}}"""));
        Assert.Equal("More.", answer.Content);

        var opened = _simulator.UserClicks(answer, _user, "more");
        Assert.Equal(50035, await RespondAsync(opened, Form(title: 46)));
        Assert.Equal(50035, await RespondAsync(opened, Form(value: 4001)));
        Assert.Equal(0, await RespondAsync(opened, Form(title: 45, value: 4000)));
        Assert.Equal(0, await RespondAsync(_simulator.UserSubmits(opened, ("text", "because")), """{"type":6}"""));
    }

    [Theory]
    [InlineData("""{"type":7,"data":{"content":"no message to update"}}""", 50035)]
    [InlineData("""{"type":1}""", 50035)]
    [InlineData("""{"type":4,"data":{}}""", 50006)]
    [InlineData("""{"type":4,"data":{"content":"a","flags":64}}""", 0)]
    public async Task A_response_must_fit_its_interaction(string response, int code) => Assert.Equal(code, await RespondAsync(Ask(), response));

    [Fact]
    public async Task A_message_command_brings_the_text_of_its_message()
    {
        await _client.LoginAsync();
        _simulator.UserRunsMessageCommand(_simulator.UserSays(_channel, _user, "a claim"), _user, "Check this");
        var data = (await _client.EventAsync("INTERACTION_CREATE"))["d"]!["data"]!;
        Assert.Equal("a claim", data["resolved"]!["messages"]![data["target_id"]!.GetValue<string>()]!["content"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""[{"name":"Upper","description":"d"}]""")]
    [InlineData("""[{"name":"two words","description":"d"}]""")]
    [InlineData("""[{"name":"ask"}]""")]
    [InlineData("""[{"name":"ask","description":"d"},{"name":"ask","description":"d"}]""")]
    [InlineData("""[{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}]""")]
    [InlineData("""[{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"a","description":"d"}]}]""")]
    [InlineData("""[{"name":"Menu","type":3,"description":"no"}]""")]
    [InlineData("""[{"name":"ask","description":"d","contexts":[3]}]""")]
    [InlineData("""{"name":"ask"}""")]
    public async Task A_bad_command_is_refused(string commands) => Assert.Equal(50035, await _client.ErrorAsync("PUT", $"applications/{_simulator.ApplicationId}/commands", JsonNode.Parse(commands)));

    [Fact]
    public async Task A_hundred_commands_are_taken_and_the_same_list_changes_nothing()
    {
        static JsonArray List(int count) => new([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["name"] = $"c{i}", ["description"] = "d" })]);
        var path = $"applications/{_simulator.ApplicationId}/guilds/{_channel.Guild!.Id}/commands";
        Assert.Equal(30032, await _client.ErrorAsync("PUT", path, List(101)));
        var (_, first) = await _client.CallAsync("PUT", path, List(100));
        var (_, second) = await _client.CallAsync("PUT", path, List(100));
        Assert.Equal(first!.ToJsonString(), second!.ToJsonString());
        Assert.Equal(20012, await _client.ErrorAsync("PUT", "applications/1/commands", List(1)));
    }

    private SimInteraction Ask() => _simulator.UserRunsCommand(_channel, _user, "ask", ("question", "What?"));

    private Task<int> RespondAsync(SimInteraction interaction, string response) => _client.ErrorAsync("POST", $"interactions/{interaction.Id}/{interaction.Token}/callback", JsonNode.Parse(response));

    private string Webhook(SimInteraction interaction) => $"webhooks/{_simulator.ApplicationId}/{interaction.Token}";

    private string Original(SimInteraction interaction) => Webhook(interaction) + "/messages/@original";

    private static string Form(int title = 1, int value = 1) =>
        $$"""{"type":9,"data":{"title":"{{new string('t', title)}}","custom_id":"form","components":[{"type":1,"components":[{"type":4,"style":2,"label":"l","custom_id":"text","value":"{{new string('v', value)}}"}]}]} }""";
}
