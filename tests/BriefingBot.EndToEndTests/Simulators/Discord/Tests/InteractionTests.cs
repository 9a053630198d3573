using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class InteractionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private DiscordSimulator simulator = null!;
    private RawClient client = null!;
    private SimChannel channel = null!;
    private SimUser user = null!;

    public async ValueTask InitializeAsync()
    {
        simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = time });
        client = new RawClient(simulator);
        channel = simulator.AddChannel(simulator.AddGuild(), "news");
        user = simulator.AddUser("reader");
        var commands = JsonNode.Parse("""
            [{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"q","required":true,"max_length":100},{"type":5,"name":"private","description":"p"}]},
             {"name":"briefing","description":"Settings","default_member_permissions":"32","contexts":[0],"options":[{"type":1,"name":"length","description":"l","options":[{"type":4,"name":"n","description":"n","choices":[{"name":"few","value":2}]}]}]},
             {"name":"Check this","type":3}]
            """);
        Assert.Equal(0, await client.ErrorAsync("PUT", $"applications/{simulator.ApplicationId}/commands", commands));
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_command_reaches_the_gateway_with_options_member_and_context()
    {
        await client.LoginAsync();
        Ask();
        var data = (await client.EventAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal("What?", data["data"]!["options"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(user.Id.ToString(), data["member"]!["user"]!["id"]!.GetValue<string>());
        Assert.Equal(0, data["context"]!.GetValue<int>());
        simulator.UserRunsCommand(simulator.DirectMessage(user), user, "ask", ("question", "Here?"));
        data = (await client.EventAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal(1, data["context"]!.GetValue<int>());
        Assert.NotNull(data["user"]);
    }

    [Fact]
    public void People_can_run_only_what_their_client_offers()
    {
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(channel, user, "nothing"));
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(channel, user, "ask"));
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(channel, user, "ask", ("question", new string('q', 101))));
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(channel, user, "briefing length", ("n", 2)));
        var administrator = simulator.AddUser("chief", isAdministrator: true);
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(channel, administrator, "briefing length", ("n", 3)));
        Assert.Throws<InvalidOperationException>(() => simulator.UserRunsCommand(simulator.DirectMessage(administrator), administrator, "briefing length", ("n", 2)));
        simulator.UserRunsCommand(channel, administrator, "briefing length", ("n", 2));
    }

    [Fact]
    public async Task The_first_response_counts_for_three_seconds_and_once()
    {
        var inTime = Ask();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, await RespondAsync(inTime, """{"type":5}"""));
        Assert.Equal(40060, await RespondAsync(inTime, """{"type":5}"""));
        var late = Ask();
        time.Advance(TimeSpan.FromSeconds(3.001));
        Assert.Equal(10062, await RespondAsync(late, """{"type":5}"""));
        Assert.Same(late, Assert.Single(simulator.Unanswered));
    }

    [Fact]
    public async Task A_deferred_reply_thinks_until_it_is_filled()
    {
        var asked = Ask();
        await RespondAsync(asked, """{"type":5}""");
        Assert.Empty(simulator.Answers(channel));
        Assert.True(Assert.Single(simulator.MessagesIn(channel)).IsLoading);
        Assert.Equal(0, await client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"Here."}""")));
        Assert.Equal("Here.", Assert.Single(simulator.Answers(channel)).Content);
        Assert.Equal(0, await client.ErrorAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"More."}""")));
        Assert.Equal(2, simulator.Answers(channel).Count);
        Assert.Equal(204, (await client.CallAsync("DELETE", Original(asked))).Status);
        Assert.Equal(10008, await client.ErrorAsync("GET", Original(asked)));
    }

    [Fact]
    public async Task The_deferral_fixes_whether_the_answer_is_private()
    {
        var asked = Ask();
        await RespondAsync(asked, """{"type":5,"data":{"flags":64}}""");
        await client.CallAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"Secret.","flags":0}"""));
        Assert.Empty(simulator.Answers(channel, simulator.AddUser("stranger")));
        var answer = Assert.Single(simulator.Answers(channel, user));
        Assert.Equal("Secret.", answer.Content);
        Assert.Equal(10008, await client.ErrorAsync("GET", $"channels/{channel.Id}/messages/{answer.Id}"));
    }

    [Fact]
    public async Task A_token_lives_fifteen_minutes()
    {
        var asked = Ask();
        Assert.Equal(10015, await client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"early"}""")));
        await RespondAsync(asked, """{"type":5}""");
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(0, await client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"just"}""")));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(50027, await client.ErrorAsync("PATCH", Original(asked), JsonNode.Parse("""{"content":"late"}""")));
        Assert.Equal(401, (await client.CallAsync("POST", Webhook(asked), JsonNode.Parse("""{"content":"late"}"""))).Status);
    }

    [Fact]
    public async Task A_click_updates_its_message_or_opens_a_form()
    {
        var asked = Ask();
        Assert.Equal(0, await RespondAsync(asked, """{"type":4,"data":{"content":"Found.","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"more"},{"type":2,"style":1,"label":"l","custom_id":"off","disabled":true}]}]}}"""));
        var answer = Assert.Single(simulator.Answers(channel));
        Assert.Throws<InvalidOperationException>(() => simulator.UserClicks(answer, user, "off"));
        Assert.Throws<InvalidOperationException>(() => simulator.UserClicks(answer, user, "nothing"));
        Assert.Equal(0, await RespondAsync(simulator.UserClicks(answer, user, "more"), """{"type":7,"data":{"content":"More."}}"""));
        Assert.Equal("More.", answer.Content);

        var opened = simulator.UserClicks(answer, user, "more");
        Assert.Equal(50035, await RespondAsync(opened, Form(title: 46)));
        Assert.Equal(50035, await RespondAsync(opened, Form(value: 4001)));
        Assert.Equal(0, await RespondAsync(opened, Form(title: 45, value: 4000)));
        Assert.Equal(0, await RespondAsync(simulator.UserSubmits(opened, ("text", "because")), """{"type":6}"""));
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
        await client.LoginAsync();
        simulator.UserRunsMessageCommand(simulator.UserSays(channel, user, "a claim"), user, "Check this");
        var data = (await client.EventAsync("INTERACTION_CREATE"))["d"]!["data"]!;
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
    public async Task A_bad_command_is_refused(string commands) => Assert.Equal(50035, await client.ErrorAsync("PUT", $"applications/{simulator.ApplicationId}/commands", JsonNode.Parse(commands)));

    [Fact]
    public async Task A_hundred_commands_are_taken_and_the_same_list_changes_nothing()
    {
        static JsonArray List(int count) => new([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["name"] = $"c{i}", ["description"] = "d" })]);
        var path = $"applications/{simulator.ApplicationId}/guilds/{channel.Guild!.Id}/commands";
        Assert.Equal(30032, await client.ErrorAsync("PUT", path, List(101)));
        var (_, first) = await client.CallAsync("PUT", path, List(100));
        var (_, second) = await client.CallAsync("PUT", path, List(100));
        Assert.Equal(first!.ToJsonString(), second!.ToJsonString());
        Assert.Equal(20012, await client.ErrorAsync("PUT", "applications/1/commands", List(1)));
    }

    private SimInteraction Ask() => simulator.UserRunsCommand(channel, user, "ask", ("question", "What?"));

    private Task<int> RespondAsync(SimInteraction interaction, string response) => client.ErrorAsync("POST", $"interactions/{interaction.Id}/{interaction.Token}/callback", JsonNode.Parse(response));

    private string Webhook(SimInteraction interaction) => $"webhooks/{simulator.ApplicationId}/{interaction.Token}";

    private string Original(SimInteraction interaction) => Webhook(interaction) + "/messages/@original";

    private static string Form(int title = 1, int value = 1) =>
        $$"""{"type":9,"data":{"title":"{{new string('t', title)}}","custom_id":"form","components":[{"type":1,"components":[{"type":4,"style":2,"label":"l","custom_id":"text","value":"{{new string('v', value)}}"}]}]} }""";
}
