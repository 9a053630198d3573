using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class MessageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private DiscordSimulator _simulator = null!;
    private RawClient _client = null!;
    private SimChannel _channel = null!;
    private SimUser _user = null!;

    public static TheoryData<string, string, string> Refused => new()
    {
        { "content of 2001", $$"""{"content":"{{new string('a', 2001)}}"}""", "content/BASE_TYPE_MAX_LENGTH" },
        { "11 embeds", $$"""{"embeds":[{{Repeat(11, """{"title":"a"}""")}}]}""", "embeds/BASE_TYPE_MAX_LENGTH" },
        { "embed title of 257", $$"""{"embeds":[{"title":"{{new string('a', 257)}}"}]}""", "embeds.0.title/BASE_TYPE_MAX_LENGTH" },
        { "embed description of 4097", $$"""{"embeds":[{"description":"{{new string('a', 4097)}}"}]}""", "embeds.0.description/BASE_TYPE_MAX_LENGTH" },
        { "26 fields", $$"""{"embeds":[{"fields":[{{Repeat(26, """{"name":"a","value":"b"}""")}}]}]}""", "embeds.0.fields/BASE_TYPE_MAX_LENGTH" },
        { "field name of 257", $$"""{"embeds":[{"fields":[{"name":"{{new string('a', 257)}}","value":"b"}]}]}""", "embeds.0.fields.0.name/BASE_TYPE_BAD_LENGTH" },
        { "field value of 1025", $$"""{"embeds":[{"fields":[{"name":"a","value":"{{new string('a', 1025)}}"}]}]}""", "embeds.0.fields.0.value/BASE_TYPE_BAD_LENGTH" },
        { "field without value", """{"embeds":[{"fields":[{"name":"a"}]}]}""", "embeds.0.fields.0.value/BASE_TYPE_REQUIRED" },
        { "footer of 2049", $$"""{"embeds":[{"footer":{"text":"{{new string('a', 2049)}}"} }]}""", "embeds.0.footer.text/BASE_TYPE_BAD_LENGTH" },
        { "author of 257", $$"""{"embeds":[{"author":{"name":"{{new string('a', 257)}}"} }]}""", "embeds.0.author.name/BASE_TYPE_BAD_LENGTH" },
        { "6001 characters in two embeds", $$"""{"embeds":[{"description":"{{new string('a', 4096)}}"},{"description":"{{new string('a', 1905)}}"}]}""", "embeds/MAX_EMBED_SIZE_EXCEEDED" },
        { "embed with a script link", """{"embeds":[{"title":"a","url":"javascript:alert(1)"}]}""", "embeds.0.url/URL_TYPE_INVALID_SCHEME" },
        { "6 rows", $$"""{"content":"a","components":[{{string.Join(',', Enumerable.Range(0, 6).Select(i => Row(Button($"id{i}"))))}}]}""", "components/BASE_TYPE_MAX_LENGTH" },
        { "6 buttons", $$"""{"content":"a","components":[{{Row(string.Join(',', Enumerable.Range(0, 6).Select(i => Button($"id{i}"))))}}]}""", "components.0.components/BASE_TYPE_BAD_LENGTH" },
        { "an empty row", """{"content":"a","components":[{"type":1,"components":[]}]}""", "components.0.components/BASE_TYPE_BAD_LENGTH" },
        { "custom id twice", $$"""{"content":"a","components":[{{Row(Button("x") + "," + Button("x"))}}]}""", "components.0.components.1.custom_id/COMPONENT_CUSTOM_ID_DUPLICATED" },
        { "custom id of 101", $$"""{"content":"a","components":[{{Row(Button(new string('x', 101)))}}]}""", "components.0.components.0.custom_id/BASE_TYPE_BAD_LENGTH" },
        { "label of 81", $$"""{"content":"a","components":[{{Row(Button("x", new string('l', 81)))}}]}""", "components.0.components.0.label/BASE_TYPE_MAX_LENGTH" },
        { "link button without URL", $$"""{"content":"a","components":[{{Row("""{"type":2,"style":5,"label":"l"}""")}}]}""", "components.0.components.0.url/BASE_TYPE_REQUIRED" },
        { "a bare button", $$"""{"content":"a","components":[{{Button("x")}}]}""", "components.0.type/UNION_TYPE_CHOICES" },
        { "26 options", $$"""{"content":"a","components":[{{Row(Select(26))}}]}""", "components.0.components.0.options/BASE_TYPE_BAD_LENGTH" },
        { "placeholder of 151", $$"""{"content":"a","components":[{{Row(Select(1, new string('p', 151)))}}]}""", "components.0.components.0.placeholder/BASE_TYPE_MAX_LENGTH" },
        { "a select beside a button", $$"""{"content":"a","components":[{{Row(Select(1) + "," + Button("x"))}}]}""", "components.0.components/COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
        { "text display without its flag", """{"content":"a","components":[{"type":10,"content":"a"}]}""", "components.0.type/UNION_TYPE_CHOICES" },
        { "layout with content", """{"flags":32768,"content":"a","components":[{"type":10,"content":"a"}]}""", "content/MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" },
        { "41 components", $$"""{"flags":32768,"components":[{"type":17,"components":[{{Repeat(40, """{"type":10,"content":"a"}""")}}]}]}""", "components/COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED" },
        { "4001 characters of display", $$"""{"flags":32768,"components":[{"type":10,"content":"{{new string('a', 2001)}}"},{"type":10,"content":"{{new string('a', 2000)}}"}]}""", "components/COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED" },
        { "nonce of 26", $$"""{"content":"a","nonce":"{{new string('n', 26)}}"}""", "nonce/BASE_TYPE_MAX_LENGTH" },
        { "contradicting mentions", """{"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions/MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
        { "reply to nothing", """{"content":"a","message_reference":{"message_id":"1"}}""", "message_reference/REPLIES_UNKNOWN_MESSAGE" },
    };

    public static TheoryData<string> Accepted =>
    [
        $$"""{"content":"{{new string('a', 2000)}}","nonce":"{{new string('n', 25)}}"}""",
        $$"""{"embeds":[{"title":"{{new string('a', 256)}}","description":"{{new string('a', 4096)}}","footer":{"text":"{{new string('a', 1648)}}"} }]}""",
        $$"""{"embeds":[{"fields":[{{Repeat(25, """{"name":"a","value":"b"}""")}}]}]}""",
        $$"""{"content":"a","components":[{{string.Join(',', Enumerable.Range(0, 5).Select(row => Row(string.Join(',', Enumerable.Range(0, 5).Select(i => Button($"id{row}{i}", new string('l', 80)))))))}}]}""",
        $$"""{"components":[{{Row(Select(25, new string('p', 150)))}}]}""",
        $$"""{"flags":32768,"components":[{"type":17,"components":[{{Repeat(39, """{"type":10,"content":"a"}""")}}]}]}""",
        """{"content":"a","message_reference":{"message_id":"1","fail_if_not_exists":false}}""",
        """{"content":"a","nonce":12345,"tts":false,"field_of_tomorrow":[1]}""",
    ];

    public async ValueTask InitializeAsync()
    {
        _simulator = await DiscordSimulator.StartAsync(new SimulatorSettings { Time = _time });
        _simulator.RateLimits.Enforced = false;
        _client = new RawClient(_simulator);
        _channel = _simulator.AddChannel(_simulator.AddGuild(), "news");
        _user = _simulator.AddUser("reader");
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_form_over_a_limit_is_refused_with_its_path(string what, string form, string error)
    {
        var (status, body) = await _client.CallAsync("POST", Messages, JsonNode.Parse(form));
        Assert.True(status == 400 && body!["code"]!.GetValue<int>() == 50035, what);
        var (path, code) = (error.Split('/')[0].Split('.'), error.Split('/')[1]);
        var node = path.Aggregate(body!["errors"], (at, step) => at?[step]);
        Assert.Equal(code, node?["_errors"]?[0]?["code"]?.GetValue<string>());
        Assert.Empty(_simulator.MessagesIn(_channel));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_form_at_its_limits_is_accepted(string form)
    {
        var (status, body) = await _client.CallAsync("POST", Messages, JsonNode.Parse(form));
        Assert.True(status == 200, body?.ToJsonString());
        Assert.Single(_simulator.MessagesIn(_channel));
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_has_its_code()
    {
        Assert.Equal(50006, await _client.ErrorAsync("POST", Messages, new JsonObject { ["content"] = " " }));
        Assert.Equal(10003, await _client.ErrorAsync("GET", "channels/1"));
        Assert.Equal(10008, await _client.ErrorAsync("GET", Messages + "/1"));
        Assert.Equal(50035, await _client.ErrorAsync("GET", "channels/none"));
        Assert.Equal(50005, await _client.ErrorAsync("PATCH", $"{Messages}/{_simulator.UserSays(_channel, _user, "mine").Id}", Text("a")));
        var closed = _simulator.DirectMessage(_user);
        _user.AcceptsDirectMessages = false;
        Assert.Equal(50007, await _client.ErrorAsync("POST", $"channels/{closed.Id}/messages", Text("a")));
        _channel.BotMaySend = false;
        Assert.Equal(50013, await _client.ErrorAsync("POST", Messages, Text("a")));
        _channel.BotMayView = false;
        Assert.Equal(50001, await _client.ErrorAsync("GET", $"channels/{_channel.Id}"));
        Assert.Equal(2, _simulator.RateLimits.InvalidRequests - 2);
    }

    [Fact]
    public async Task Edits_are_timed_and_a_deleted_message_is_gone()
    {
        var id = (await _client.CallAsync("POST", Messages, Text("one"))).Body!["id"]!.GetValue<string>();
        _time.Advance(TimeSpan.FromSeconds(2));
        await _client.CallAsync("PATCH", $"{Messages}/{id}", Text("two"));
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await _client.CallAsync("PATCH", $"{Messages}/{id}", Text("three"));

        var message = Assert.Single(_simulator.Answers(_channel));
        Assert.Equal(["one", "two"], message.EarlierContents);
        Assert.Equal(TimeSpan.FromSeconds(0.5), _simulator.FastestEdit(message));
        Assert.Equal(50006, await _client.ErrorAsync("PATCH", $"{Messages}/{id}", Text("")));
        Assert.Equal(204, (await _client.CallAsync("DELETE", $"{Messages}/{id}")).Status);
        Assert.Equal(10008, await _client.ErrorAsync("GET", $"{Messages}/{id}"));
        Assert.Empty(_simulator.MessagesIn(_channel));
    }

    [Fact]
    public async Task The_same_nonce_makes_one_message_even_when_the_first_response_was_lost()
    {
        _simulator.Faults.LoseResponse("POST /" + Messages);
        var form = new JsonObject { ["content"] = "once", ["nonce"] = "n1", ["enforce_nonce"] = true };
        Assert.Equal(502, (await _client.CallAsync("POST", Messages, form)).Status);
        Assert.Equal(200, (await _client.CallAsync("POST", Messages, form)).Status);
        Assert.Single(_simulator.MessagesIn(_channel));
        form["enforce_nonce"] = false;
        await _client.CallAsync("POST", Messages, form);
        Assert.Equal(2, _simulator.MessagesIn(_channel).Count);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("""{"parse":[]}""", 0)]
    [InlineData("""{"parse":["users"]}""", 1)]
    [InlineData("""{"parse":["everyone"]}""", 1)]
    [InlineData("""{"parse":[],"replied_user":true}""", 1)]
    [InlineData("""{"roles":["234567890123456789"]}""", 1)]
    public async Task Mentions_ping_unless_allowed_mentions_hold_them_back(string? allowed, int pings)
    {
        var question = _simulator.UserSays(_channel, _simulator.AddUser("asker"), "?");
        var form = Text($"{_user.Mention} <@&234567890123456789> @everyone");
        form["message_reference"] = new JsonObject { ["message_id"] = question.Id.ToString() };
        if (allowed is not null) form["allowed_mentions"] = JsonNode.Parse(allowed);
        Assert.Equal(200, (await _client.CallAsync("POST", Messages, form)).Status);
        Assert.Equal(pings, _simulator.PingingMessages.Sum(message => message.Pings.Count));
    }

    [Fact]
    public async Task A_thread_opens_once_under_a_message_and_not_inside_a_thread()
    {
        var message = _simulator.UserSays(_channel, _user, "about this");
        var path = $"{Messages}/{message.Id}/threads";
        Assert.Equal(50035, await _client.ErrorAsync("POST", path, new JsonObject { ["name"] = new string('n', 101) }));
        var (status, thread) = await _client.CallAsync("POST", path, new JsonObject { ["name"] = "talk" });
        Assert.Equal((201, message.Id.ToString()), (status, thread!["id"]!.GetValue<string>()));
        Assert.Equal(160004, await _client.ErrorAsync("POST", path, new JsonObject { ["name"] = "talk" }));
        var inside = _simulator.UserSays(_simulator.Channel(message.Id)!, _user, "inside");
        Assert.Equal(50024, await _client.ErrorAsync("POST", $"channels/{message.Id}/messages/{inside.Id}/threads", new JsonObject { ["name"] = "deeper" }));
        Assert.Equal(204, (await _client.CallAsync("POST", $"channels/{message.Id}/typing")).Status);
    }

    [Fact]
    public async Task A_direct_message_channel_is_the_same_each_time()
    {
        var form = new JsonObject { ["recipient_id"] = _user.Id.ToString() };
        var (_, first) = await _client.CallAsync("POST", "users/@me/channels", form);
        var (_, second) = await _client.CallAsync("POST", "users/@me/channels", form);
        Assert.Equal(first!["id"]!.GetValue<string>(), second!["id"]!.GetValue<string>());
        Assert.Equal(10013, await _client.ErrorAsync("POST", "users/@me/channels", new JsonObject { ["recipient_id"] = "1" }));
    }

    private string Messages => $"channels/{_channel.Id}/messages";

    private static JsonObject Text(string content) => new() { ["content"] = content };

    private static string Repeat(int count, string item) => string.Join(',', Enumerable.Repeat(item, count));

    private static string Row(string children) => $$"""{"type":1,"components":[{{children}}]}""";

    private static string Button(string id, string label = "l") => $$"""{"type":2,"style":2,"custom_id":"{{id}}","label":"{{label}}"}""";

    private static string Select(int options, string placeholder = "p") =>
        $$"""{"type":3,"custom_id":"s","placeholder":"{{placeholder}}","options":[{{string.Join(',', Enumerable.Range(0, options).Select(i => $$"""{"label":"l","value":"{{i}}"}"""))}}]}""";
}
