using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Chat.Uploads;

/// <summary>What an administrator drops into a channel that takes articles.</summary>
public sealed class IngestTests : IDisposable
{
    private const string Windmill = """
        ---
        id: windmill
        title: Tarvik votes for a windmill
        source: Island Herald
        published: 2024-03-16
        ---

        The council of Tarvik has voted for a windmill. The windmill will cost 3 million crowns, the council said.
        """;

    private readonly ChatDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_dropped_file_is_indexed_and_answers_questions_where_its_collection_is_seen()
    {
        await TakeArticlesAsync();

        var reply = await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));

        Assert.False(reply.Private);
        var told = reply.Part<ListPart>();
        Assert.Equal("In the collection “town”:", told.Heading);
        Assert.Equal([new ListLine("windmill.md", "Indexed: “Tarvik votes for a windmill”, Island Herald, 16 Mar 2024, 1 passage.")], told.Lines);
        Assert.Equal(["town"], Directory.GetDirectories(_desk.Uploads).Select(Path.GetFileName).Where(name => name![0] != '.'));
        Assert.Empty(Directory.GetFiles(Path.Combine(_desk.Uploads, ".incoming")));
        Assert.Contains("3 million", (await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"))).Text(), StringComparison.Ordinal);

        var elsewhere = new ChatPlace("fake", "town", "elsewhere");
        await _desk.SetAsync(new SettingsRequest(Collections: ["default"]), elsewhere);
        Assert.DoesNotContain("3 million", ChatJson.Write(await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"), place: elsewhere)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_is_refused_and_nothing_is_fetched()
    {
        await TakeArticlesAsync();

        var reply = await _desk.SayAsync(new IngestRequest([_desk.Ingest.Keep("windmill.md", Windmill)]));

        Assert.Equal("Only administrators can add articles.", reply.Part<ErrorPart>().Text);
        Assert.Empty(_desk.Ingest.Read);
    }

    [Fact]
    public async Task A_channel_without_the_setting_takes_nothing()
    {
        var reply = await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));

        Assert.Contains("takes no articles", reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Empty(_desk.Ingest.Read);
    }

    [Fact]
    public async Task The_same_content_dropped_again_is_said_to_be_there_whatever_its_name()
    {
        await TakeArticlesAsync();
        await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));
        _desk.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.StartsWith("Already there: “Tarvik votes", Line(await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill))), StringComparison.Ordinal);
        Assert.StartsWith("Already there: “Tarvik votes", Line(await DropAsync(_desk.Ingest.Keep("copy of it.md", Windmill))), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_desk.Uploads, "town")));
    }

    [Fact]
    public async Task A_process_that_dies_once_the_file_is_indexed_leads_to_the_same_reply_once()
    {
        await TakeArticlesAsync();
        var message = _desk.Message(new IngestRequest([_desk.Ingest.Keep("windmill.md", Windmill)]), "chief");
        _desk.TookUp = () => throw new KilledException();
        await _desk.Inbox.AcceptAsync(message, default);
        await _desk.RunAsync();
        Assert.DoesNotContain(_desk.Platform.Seen.Values, seen => seen.Message.EventKey == message.EventKey);

        _desk.TookUp = () => { };
        _desk.Restart();
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        await _desk.RunAsync();

        Assert.StartsWith("Indexed: “Tarvik votes", Line(Assert.Single(_desk.Platform.Seen.Values, seen => seen.Message.EventKey == message.EventKey).Reply), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_desk.Uploads, "town")));
    }

    [Fact]
    public async Task A_newer_edition_takes_the_place_of_the_older_one()
    {
        await TakeArticlesAsync();
        await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));
        _desk.Time.Advance(TimeSpan.FromMinutes(1));

        var reply = await DropAsync(_desk.Ingest.Keep("corrected.md", Windmill.Replace("3 million", "4 million", StringComparison.Ordinal)));

        Assert.StartsWith("Indexed: ", Line(reply), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_desk.Uploads, "town")));
        Assert.Contains("4 million", (await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town")]
    [InlineData("country")]
    public async Task Nobody_takes_another_articles_id(string collection)
    {
        await TakeArticlesAsync();
        await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));
        await TakeArticlesAsync(collection);

        var stolen = await DropAsync(_desk.Ingest.Keep("a.md", Windmill.Replace("id: windmill", "id: bridge", StringComparison.Ordinal)));
        Assert.Equal("Not indexed: it has the id “bridge”, which another article has already.", Line(stolen));
        if (collection == "town") return;

        var foreign = await DropAsync(_desk.Ingest.Keep("a.md", Windmill.Replace("3 million", "9 million", StringComparison.Ordinal)));
        Assert.Equal("Not indexed: it has the id “windmill”, which another article has already.", Line(foreign));
        Assert.Contains("3 million", (await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("picture.png", "x", "is of a kind that I do not read; known are .atom, .htm,")]
    [InlineData("no-extension", "x", "is of a kind that I do not read")]
    [InlineData("empty.txt", "", "is empty")]
    [InlineData("blank.md", "---\ntitle: T\n---\n", "has no text")]
    [InlineData("broken.pdf", "no PDF", "is not a PDF file")]
    [InlineData("zero.txt", "a\0b", "is not text")]
    [InlineData("elsewhere.md", "---\ntitle: T\ncollection: secret\n---\n\nA text of the paper.\n", "names the collection “secret” itself")]
    [InlineData("lines.jsonl", "{\n", "is not valid JSON")]
    public async Task What_cannot_be_read_is_told_and_leaves_nothing_behind(string name, string content, string reason)
    {
        await TakeArticlesAsync();

        var reply = await DropAsync(_desk.Ingest.Keep(name, content));

        Assert.Equal("Nothing was indexed:", reply.Part<ListPart>().Heading);
        Assert.StartsWith($"Not indexed: it {reason}", Line(reply), StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(_desk.Uploads) ? Directory.GetFiles(_desk.Uploads, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }) : []);
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_named_beside_those_that_can()
    {
        await TakeArticlesAsync();
        var good = """{"id":"a1","title":"Mill opens","text":"The mill of Tarvik opened its doors on Friday."}""";
        var lines = string.Join('\n', good, "{", good.Replace("a1", "a2", StringComparison.Ordinal).Replace("Friday", "Sunday", StringComparison.Ordinal), """{"id":"a3"}""", "[]", "nonsense");

        var reply = await DropAsync(_desk.Ingest.Keep("mills.jsonl", lines));

        Assert.Equal(
            "Indexed: 2 articles with 2 passages: “Mill opens”, “Mill opens”. But: line 2 is not valid JSON (byte 1 of the line); line 4 has no text; line 5 is not a JSON object and 1 more.",
            Line(reply));
    }

    [Fact]
    public async Task A_file_is_not_read_when_it_is_too_large_or_says_so()
    {
        await TakeArticlesAsync();

        var reply = await DropAsync(_desk.Ingest.Keep("a.txt", "x"u8.ToArray(), announced: 21_000_000), _desk.Ingest.Keep("b.txt", new byte[21_000_000], announced: 1));

        Assert.All(reply.Part<ListPart>().Lines, line => Assert.Equal("Not indexed: it is larger than 20 MB.", line.Text));
        Assert.Equal(["files/1"], _desk.Ingest.Read);
    }

    [Fact]
    public async Task A_file_that_the_platform_does_not_keep_is_not_fetched()
    {
        await TakeArticlesAsync();

        Assert.Contains("attach the file", Line(await DropAsync(new IngestItem("a.txt", "", 1, true))), StringComparison.Ordinal);
        Assert.Empty(_desk.Ingest.Read);
    }

    [Fact]
    public async Task Of_many_items_some_are_read_and_the_others_counted()
    {
        await TakeArticlesAsync();

        var reply = await DropAsync([.. Enumerable.Range(0, 12).Select(i => _desk.Ingest.Keep($"{i}.txt", $"Headline {i}\n\nThe town of Tarvik counted {i} boats on Monday."))]);

        Assert.Equal(10, reply.Part<ListPart>().Lines.Count);
        Assert.StartsWith("2 more were left out", reply.Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../escape.txt", "escape-")]
    [InlineData("..\\..\\escape.txt", "escape-")]
    [InlineData("/etc/passwd.txt", "passwd-")]
    [InlineData(".hidden.txt", "hidden-")]
    [InlineData("README.txt", "a-readme-")]
    [InlineData("<@everyone> `x`.txt", "everyone-x-")]
    [InlineData("\u202Ecod.txt", "cod-")]
    [InlineData("....txt", "article-")]
    public async Task Whatever_a_file_is_called_it_stays_in_its_folder_and_is_listed(string name, string start)
    {
        await TakeArticlesAsync();

        var reply = await DropAsync(_desk.Ingest.Keep(name, "Boats counted\n\nThe town of Tarvik counted nine boats on Monday."));

        Assert.StartsWith("Indexed: “Boats counted”", Line(reply), StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_desk.Uploads, "town")));
        Assert.StartsWith(start, Path.GetFileName(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", true)]
    [InlineData("town", false)]
    public async Task A_near_copy_is_told_where_the_other_article_may_be_seen(string seen, bool named)
    {
        await TakeArticlesAsync();
        await DropAsync(_desk.Ingest.Keep("first.txt", "Boats counted\n\nThe town of Tarvik counted nine boats on Monday."));
        await _desk.SetAsync(new SettingsRequest(Collections: [seen]));

        var reply = await DropAsync(_desk.Ingest.Keep("bridge.txt", $"Bridge is shut\n\n{Harbour.Bridge.Text}"));

        Assert.StartsWith("Indexed: “Bridge is shut”", Line(reply), StringComparison.Ordinal);
        Assert.Equal(named, Line(reply).Contains("a near-copy of “Tarvik bridge closed after crack is found”, Coast Courier, 18 Mar 2024; both count as one source", StringComparison.Ordinal));
        Assert.Equal(named, Line(reply).Contains("near-copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operator_removes_an_upload_by_deleting_its_file()
    {
        await TakeArticlesAsync();
        await DropAsync(_desk.Ingest.Keep("windmill.md", Windmill));
        Directory.Delete(Path.Combine(_desk.Uploads, "town"), recursive: true);

        // Any later turn of writing sees that it is gone.
        await DropAsync(_desk.Ingest.Keep("boats.txt", "Boats counted\n\nThe town of Tarvik counted nine boats on Monday."));

        Assert.DoesNotContain("3 million", ChatJson.Write(await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"))), StringComparison.Ordinal);
    }

    private async Task TakeArticlesAsync(string collection = "town") => await _desk.SetAsync(new SettingsRequest { Ingest = collection });

    private Task<ChatReply> DropAsync(params IReadOnlyList<IngestItem> items) => _desk.SayAsync(new IngestRequest(items), "chief");

    private static string Line(ChatReply reply) => Assert.Single(reply.Part<ListPart>().Lines).Text;

    private sealed class KilledException : Exception;
}
