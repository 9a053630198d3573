using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Discord.Delivery;

namespace BriefingBot.Tests.Discord.Receiving;

/// <summary>Files and links on Discord: which messages bring them, who may add them, where they are fetched from.</summary>
public sealed class DroppedTests : IDisposable
{
    private const string Channel = """{"id":"20","type":0,"guild_id":"10"}""";
    private const string File = """ "attachments":[{"id":"70","filename":"a.md","size":12,"url":"http://files.test/a.md?ex=1","proxy_url":"http://media.test/a.md","content_type":"text/markdown"}] """;
    private const string Mention = """ "mentions":[{"id":"99","username":"bot"}] """;
    private const string Reader = """ "member":{"roles":["30"]} """;

    private readonly DiscordDesk _desk = new() { Ingest = "town" };

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("", File, "a.md")]
    [InlineData("<@99>", $"{File},{Mention}", "a.md")]
    [InlineData("see https://example.org/a, it is new", Reader, "https://example.org/a")]
    [InlineData("https://example.org/a", File, "a.md https://example.org/a")]
    public async Task Files_and_links_are_taken_where_a_channel_takes_articles(string text, string more, string names)
    {
        var message = await DropAsync(text, more);

        var items = Assert.IsType<IngestRequest>(message!.Request).Items;
        Assert.Equal(names, string.Join(' ', items.Select(i => i.Name)));
        Assert.All(items.Where(i => i.IsAttachment), i => Assert.Equal(new IngestItem("a.md", "http://files.test/a.md?ex=1", 12, true), i));
        Assert.Equal("50", ReplyTicket.Of(message).Message.ToString());
    }

    [Fact]
    public async Task Elsewhere_files_and_links_are_nothing_to_us()
    {
        _desk.Ingest = "";

        Assert.Null(await DropAsync("https://example.org/a", File));
    }

    [Theory]
    [InlineData("hello", Reader, false)]
    [InlineData("<@99> who won?", Mention, true)]
    public async Task What_brings_neither_is_a_question_as_ever_or_not_for_us(string text, string more, bool isQuestion)
    {
        var message = await DropAsync(text, more);

        Assert.Equal(isQuestion ? new AskRequest("who won?") : null, message?.Request);
    }

    [Fact]
    public async Task A_file_can_be_added_by_command()
    {
        _desk.Starts().Then(204, "").Then(204, "");
        const string Data = """
            {"name":"briefing","options":[{"name":"add","type":1,"options":[{"name":"file","type":11,"value":"70"},{"name":"url","type":3,"value":"https://example.org/a"}]}],
             "resolved":{"attachments":{"70":{"id":"70","filename":"a.md","size":12,"url":"http://files.test/a.md"}}}}
            """;

        await _desk.HappenAsync(("INTERACTION_CREATE", $$"""{"id":"30","application_id":"1","type":2,"token":"tok","guild_id":"10","channel_id":"20","channel":{"id":"20","type":0},"member":{"user":{"id":"11"},"permissions":"16"},"data":{{Data}}}"""));

        var message = await _desk.TakeAsync();
        Assert.Equal(["a.md", "https://example.org/a"], Assert.IsType<IngestRequest>(message!.Request).Items.Select(i => i.Name));
        // What it says of the person is believed, and nobody is asked.
        Assert.True(await _desk.Bot.Ingest.IsAdministratorAsync(message, default));
        Assert.False(await _desk.Bot.Ingest.IsAdministratorAsync(message with { IsAdministrator = false }, default));
    }

    [Theory]
    [InlineData("11", "0", "0", "", true)]
    [InlineData("12", "32", "0", "", true)]
    [InlineData("12", "0", "32", "30", true)]
    [InlineData("12", "0", "8", "30,31", true)]
    [InlineData("12", "0", "32", "31", false)]
    [InlineData("12", "0", "16", "30", false)]
    [InlineData("12", "0", "", "30", false)]
    public async Task Who_owns_or_manages_the_server_is_an_administrator(string owner, string everyone, string role, string roles, bool isOne)
    {
        _desk.Api.Then(200, Guild(owner, everyone, role));

        Assert.Equal(isOne, await _desk.Bot.Ingest.IsAdministratorAsync(Message(roles), default));
        Assert.Equal("/api/v10/guilds/10", Assert.Single(_desk.Api.Requests).Path);
    }

    [Fact]
    public async Task A_servers_roles_are_asked_for_again_after_a_while_only()
    {
        _desk.Api.Then(200, Guild("12", "0", "0")).Then(200, Guild("12", "32", "0"));
        Assert.False(await _desk.Bot.Ingest.IsAdministratorAsync(Message(""), default));
        Assert.False(await _desk.Bot.Ingest.IsAdministratorAsync(Message(""), default));

        _desk.PassTime(TimeSpan.FromMinutes(6));

        Assert.True(await _desk.Bot.Ingest.IsAdministratorAsync(Message(""), default));
    }

    [Fact]
    public async Task A_file_is_fetched_from_Discords_own_host_and_without_the_token()
    {
        _desk.Files.Then(200, "text");

        var file = await _desk.Bot.Ingest.ReadAsync(new IngestItem("a.md", "http://files.test/a.md", 4, true), 100, default);
        var stranger = await _desk.Bot.Ingest.ReadAsync(new IngestItem("a.md", "http://discord.test/api/a.md", 4, true), 100, default);

        Assert.Equal("text"u8, file.Body);
        Assert.NotEqual("", stranger.Reason);
        Assert.Null(Assert.Single(_desk.Files.Requests).Authorization);
    }

    private async Task<IncomingMessage?> DropAsync(string text, string more)
    {
        _desk.Starts().Then(200, Channel);
        await _desk.HappenAsync(("MESSAGE_CREATE", $$"""{"id":"50","channel_id":"20","guild_id":"10","content":"{{text}}","author":{"id":"11","username":"ann"},{{more}}}"""));
        return await _desk.TakeAsync();
    }

    private static string Guild(string owner, string everyone, string role) =>
        $$"""{"id":"10","owner_id":"{{owner}}","roles":[{"id":"10","permissions":"{{everyone}}"},{"id":"30","permissions":"{{role}}"},{"id":"31","permissions":"0"}]}""";

    private static IncomingMessage Message(string roles) => new()
    {
        EventKey = "discord:message:50",
        Place = new BriefingBot.Chat.ChatPlace("discord", "10", "20"),
        User = "11",
        Request = new IngestRequest([IngestItem.Link("https://example.org/a")]),
        ReceivedAt = NewsDesk.Now,
        Payload = $$"""{"channel":"20","message":"50","roles":[{{string.Join(',', roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => $"\"{r}\""))}}]}""",
    };
}
