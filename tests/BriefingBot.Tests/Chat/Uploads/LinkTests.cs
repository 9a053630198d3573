using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Feeds;
using BriefingBot.Tests.Feeds;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BriefingBot.Tests.Chat.Uploads;

/// <summary>Links that an administrator drops, fetched from a real web site on loopback.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string Story = "<p>The council of Tarvik has voted for a windmill. The windmill will cost 3 million crowns, the council said.</p><p>It will stand on the hill above the harbour and feed 900 homes.</p>";

    private readonly ChatDesk _desk = new();
    private WebSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _desk.Feeds = new FeedsOptions { DelaySeconds = 0, AllowHosts = [_site.Host] };
        _desk.Restart();
        await _desk.SetAsync(new SettingsRequest { Ingest = "town" });
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_indexed_with_the_address_where_it_was_found()
    {
        _site.Put("/old", context =>
        {
            context.Response.Redirect("/news/windmill?id=7&page=1");
            return Task.CompletedTask;
        });
        // What a page says of its own address may be wrong, or a lie.
        _site.Put("/news/windmill?id=7&page=1", $"<!doctype html><html><head><meta charset='iso-8859-1'><title>Tarvik votes for a née windmill</title><link rel=canonical href='https://elsewhere.example/'></head><body><article><h1>Tarvik votes for a née windmill</h1>{Story}</article></body></html>");

        var reply = await DropAsync($"{_site.Url}/old#top");

        Assert.StartsWith("Indexed: “Tarvik votes for a née windmill”, 127.0.0.1, undated, ", Line(reply), StringComparison.Ordinal);
        var answer = await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"));
        Assert.Equal($"{_site.Url}/news/windmill?id=7&page=1", answer.Part<SourcesPart>().Cards[0].Url);
    }

    [Theory]
    [InlineData("/story.txt", "text/plain")]
    [InlineData("/story", "text/plain; charset=utf-8")]
    [InlineData("/story.md", "application/octet-stream")]
    [InlineData("/story.md", "text/markdown")]
    public async Task Text_is_indexed_with_its_address(string path, string type)
    {
        _site.Put(path, "# A windmill for Tarvik\n\nThe windmill of Tarvik will cost 3 million crowns, the council said.", type);

        Assert.StartsWith("Indexed: ", Line(await DropAsync(_site.Url + path)), StringComparison.Ordinal);

        var answer = await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"));
        Assert.Equal((_site.Url + path, "127.0.0.1"), (answer.Part<SourcesPart>().Cards[0].Url, answer.Part<SourcesPart>().Cards[0].Source));
    }

    [Fact]
    public async Task A_pdf_is_indexed_with_its_address()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("The windmill of Tarvik will cost 3 million crowns, the council said.", 10, new PdfPoint(50, 700), font);
        var pdf = builder.Build();
        _site.Put("/report", context =>
        {
            context.Response.ContentType = "application/pdf";
            return context.Response.Body.WriteAsync(pdf).AsTask();
        });

        Assert.StartsWith("Indexed: ", Line(await DropAsync($"{_site.Url}/report")), StringComparison.Ordinal);

        var answer = await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"));
        Assert.Equal($"{_site.Url}/report", answer.Part<SourcesPart>().Cards[0].Url);
    }

    [Fact]
    public async Task A_page_that_never_comes_does_not_hold_up_the_others()
    {
        var asked = new TaskCompletionSource();
        _site.Put("/never", async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        var reply = _desk.SayAsync(new IngestRequest([IngestItem.Link($"{_site.Url}/never"), _desk.Ingest.Keep("boats.txt", "Boats counted\n\nThe town of Tarvik counted nine boats on Monday.")]), "chief");
        await Task.WhenAll(asked.Task, _desk.Ingest.WasRead).WaitAsync(TimeSpan.FromSeconds(30));
        _desk.Time.Advance(TimeSpan.FromSeconds(31));

        var lines = (await reply).Part<ListPart>().Lines;
        Assert.Contains("30 seconds", lines[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Indexed: “Boats counted”", lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_has_changed_replaces_what_was_read_of_it_however_the_link_is_written()
    {
        _site.Put("/windmill", $"<title>Windmill</title><article>{Story}</article>");
        await DropAsync($"{_site.Url}/windmill");
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("Already there: ", Line(await DropAsync($"{_site.Url}/windmill")), StringComparison.Ordinal);

        _site.Put("/windmill?utm_source=chat", $"<title>Windmill</title><article>{Story.Replace("3 million", "4 million", StringComparison.Ordinal)}</article>");
        Assert.StartsWith("Indexed: ", Line(await DropAsync($"{_site.Url}/windmill?utm_source=chat")), StringComparison.Ordinal);

        Assert.Contains("4 million", (await _desk.SayAsync(new AskRequest("What will the windmill of Tarvik cost?"))).Text(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_desk.Uploads, "town")));
    }

    [Fact]
    public async Task What_cannot_be_had_is_told_with_its_reason()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain");
        _site.Put("/picture", "x", "image/png");
        _site.PutFeed("/feed", "<item><title>a</title></item>");
        _site.Put("/empty", "<title>t</title><body></body>");
        _site.PutStatus("/inside", 302, "Location", "http://169.254.169.254/latest");

        Assert.Equal("Not indexed: it answered 404 Not Found.", Line(await DropAsync($"{_site.Url}/nothing")));
        Assert.Equal($"Not indexed: it may not be read by programs, says {_site.Url}/robots.txt.", Line(await DropAsync($"{_site.Url}/closed/a")));
        Assert.Equal("Not indexed: it is image/png, not a page, PDF or text.", Line(await DropAsync($"{_site.Url}/picture")));
        Assert.Contains("is a feed or other XML", Line(await DropAsync($"{_site.Url}/feed")), StringComparison.Ordinal);
        Assert.Equal("Not indexed: it has no text.", Line(await DropAsync($"{_site.Url}/empty")));
        Assert.Contains("is never asked", Line(await DropAsync($"{_site.Url}/inside")), StringComparison.Ordinal);
        Assert.Contains("only public addresses are asked", Line(await DropAsync("http://127.0.0.1/a")), StringComparison.Ordinal);
        Assert.DoesNotContain("/closed/a", _site.Paths);
    }

    private Task<ChatReply> DropAsync(string link) => _desk.SayAsync(new IngestRequest([IngestItem.Link(link)]), "chief");

    private static string Line(ChatReply reply) => Assert.Single(reply.Part<ListPart>().Lines).Text;
}
