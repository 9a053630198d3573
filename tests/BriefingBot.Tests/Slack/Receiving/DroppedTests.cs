using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack.Delivery;

namespace BriefingBot.Tests.Slack.Receiving;

/// <summary>Files and links on Slack: which messages bring them, who may add them, where they are fetched from.</summary>
public sealed class DroppedTests : IDisposable
{
    private const string Hosted = """{"id":"F1","name":"a.md","title":"A","mode":"hosted","size":12,"mimetype":"text/plain","url_private":"http://files.test/view/a.md","url_private_download":"http://files.test/download/a.md"}""";

    private readonly SlackDesk _desk = new() { Ingest = "town" };

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_shared_file_is_taken_with_the_links_beside_it()
    {
        await _desk.HappenAsync(Said("see <https://example.org/a?b=1&amp;c=2|this>, <mailto:a@example.org|a> and <#C1|town>", Files(Hosted)));

        var message = await _desk.TakeAsync();
        Assert.Equal(
            [new IngestItem("a.md", "http://files.test/download/a.md", 12, true), IngestItem.Link("https://example.org/a?b=1&c=2")],
            Assert.IsType<IngestRequest>(message!.Request).Items);
        Assert.Equal(("slack:message:C20:50.1", "50.1"), (message.EventKey, ReplyTicket.Of(message).Thread));
    }

    [Theory]
    [InlineData("""{"id":"F1","name":"a.gdoc","mode":"external","is_external":true,"url_private":"https://docs.example/a"}""", "a.gdoc")]
    [InlineData("""{"id":"F1","mode":"tombstone"}""", "a file")]
    [InlineData("""{"id":"F1","name":"a.md","mode":"hidden_by_limit","url_private":"http://files.test/a.md"}""", "a.md")]
    [InlineData("""{"id":"F1","file_access":"check_file_info"}""", "a file")]
    public async Task What_Slack_does_not_keep_is_taken_note_of_without_an_address(string file, string name)
    {
        await _desk.HappenAsync(Said("", Files(file)));

        Assert.Equal([new IngestItem(name, "", 0, true)], Assert.IsType<IngestRequest>((await _desk.TakeAsync())!.Request).Items);
    }

    [Fact]
    public async Task A_mention_with_a_file_is_no_question_whichever_of_its_events_comes_first()
    {
        await _desk.HappenAsync(Said("<@U99> please", "", type: "app_mention"), Said("<@U99> please", Files(Hosted)));

        Assert.IsType<IngestRequest>((await _desk.TakeAsync())!.Request);
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task A_mention_without_any_is_a_question_and_other_talk_nothing_to_us()
    {
        await _desk.HappenAsync(Said("hello", ""), Said("<@U99> who won?", "", "51.1"));

        Assert.Equal(new AskRequest("who won?"), (await _desk.TakeAsync())!.Request);
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task Elsewhere_files_and_links_are_nothing_to_us()
    {
        _desk.Ingest = "";

        await _desk.HappenAsync(Said("<https://example.org/a>", Files(Hosted)));

        Assert.Null(await _desk.TakeAsync());
    }

    [Theory]
    [InlineData("""{"is_admin":true}""", true)]
    [InlineData("""{"is_owner":true}""", true)]
    [InlineData("""{"is_admin":true,"team_id":"T2"}""", false)]
    [InlineData("{}", false)]
    public async Task Admins_and_owners_may_add_articles(string user, bool may)
    {
        _desk.Api.Users["U11"] = user;
        await _desk.HappenAsync(Said("<https://example.org/a>", ""));
        Assert.Empty(_desk.Api.Bodies("users.info"));

        Assert.Equal(may, await _desk.Bot.Ingest.IsAdministratorAsync((await _desk.TakeAsync())!, default));
    }

    [Fact]
    public async Task A_file_is_fetched_with_the_token_from_Slacks_own_host_only()
    {
        _desk.Files.Then(200, "text");

        var file = await ReadAsync("http://files.test/a.md");
        var strangers = new[] { await ReadAsync("http://slack.test/a.md"), await ReadAsync("http://files.test.example/a.md"), await ReadAsync("https://files.test/a.md") };

        Assert.Equal("text"u8, file.Body);
        Assert.All(strangers, s => Assert.NotEqual("", s.Reason));
        Assert.Equal("Bearer xoxb-t", Assert.Single(_desk.Files.Requests).Authorization);
    }

    [Theory]
    [InlineData(302, "text/html")]
    [InlineData(403, "text/plain")]
    [InlineData(200, "text/html")]
    public async Task Where_the_app_may_not_read_files_that_is_told(int status, string type)
    {
        _desk.Files.Then(() => Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent("sign in", System.Text.Encoding.UTF8, type) }));

        Assert.Contains("files:read", (await ReadAsync("http://files.test/a.md")).Reason, StringComparison.Ordinal);
    }

    private Task<Download> ReadAsync(string address) => _desk.Bot.Ingest.ReadAsync(new IngestItem("a.md", address, 4, true), 100, default);

    private static string Files(string file) => $""","subtype":"file_share","files":[{file}]""";

    private static BriefingBot.Slack.SocketMode.Envelope Said(string text, string more, string ts = "50.1", string type = "message") =>
        SlackDesk.Event($$"""{"type":"{{type}}","user":"U11","text":"{{text}}","ts":"{{ts}}","channel":"C20","channel_type":"channel"{{more}}}""");
}
