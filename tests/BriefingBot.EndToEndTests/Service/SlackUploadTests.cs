using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that administrators drop into a channel of Slack's.</summary>
public sealed class SlackUploadTests(SlackUploadNewsroom scene) : IClassFixture<SlackUploadNewsroom>
{
    private readonly SlackSimulator _sim = scene.Sim;
    private readonly SimUser _chief = scene.Sim.AddUser("chief", isAdmin: true);

    [Fact]
    public async Task A_dropped_file_is_indexed_and_answers_where_its_collection_may_be_seen_and_nowhere_else()
    {
        var (channel, reader) = await PlaceAsync("islands");
        var (elsewhere, _) = scene.Place();
        await scene.CommandAsync(elsewhere, _chief, "settings collections:default");

        var reply = await scene.AnswerAsync(channel, _chief, () => _sim.UserDrops(channel, _chief, "windmill.md", UploadedArticles.Windmill, "please", mention: true));

        Assert.Contains("In the collection “islands”:", reply.Read(), StringComparison.Ordinal);
        Assert.Contains("windmill.md: Indexed: “Eastholm votes for a windmill”, Island Herald, 2 May 2021, 1 passage.", reply.Read(), StringComparison.Ordinal);
        var answer = (await scene.MentionAsync(channel, reader, UploadedArticles.Question)).Everything();
        Assert.Contains("3 million crowns", answer, StringComparison.Ordinal);
        Assert.Contains("https://example.org/island-herald/windmill", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("3 million", (await scene.MentionAsync(elsewhere, reader, UploadedArticles.Question)).Everything(), StringComparison.Ordinal);
        Assert.Single(_sim.Answers(channel), message => message.Read().Contains("In the collection", StringComparison.Ordinal));
        Assert.DoesNotContain(_sim.BotToken, scene.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_is_refused_and_nothing_is_fetched()
    {
        var (channel, reader) = await PlaceAsync("refused");

        var reply = await scene.AnswerAsync(channel, reader, () => _sim.UserDrops(channel, reader, "mine-of-nobody.md", UploadedArticles.Windmill, $"and <{scene.Site.Url}/private>"));

        Assert.Contains("Only administrators can add articles", reply.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.Journal.Of(Traffic.File), request => request.What.Contains("mine-of-nobody", StringComparison.Ordinal));
        Assert.DoesNotContain("/private", scene.Site.Paths);
    }

    [Fact]
    public async Task A_link_is_indexed_with_its_address_dropped_or_by_command()
    {
        var (channel, reader) = await PlaceAsync("links");
        scene.Site.Put("/ropeway", UploadedArticles.Page("ropeway", "5 million"));
        scene.Site.Put("/observatory", UploadedArticles.Page("observatory", "7 million"));

        var reply = await scene.AnswerAsync(channel, _chief, () => _sim.UserSays(channel, _chief, $"new: <{scene.Site.Url}/ropeway> and <{scene.Site.Url}/gone|this>"));
        var added = await scene.CommandAsync(channel, _chief, $"add {scene.Site.Url}/observatory");

        Assert.Contains("Indexed: “Eastholm and the ropeway”, 127.0.0.1, undated", reply.Read(), StringComparison.Ordinal);
        Assert.Contains("Not indexed: it answered 404 Not Found.", reply.Read(), StringComparison.Ordinal);
        Assert.Contains("Indexed: “Eastholm and the observatory”", added.Read(), StringComparison.Ordinal);
        var answer = (await scene.MentionAsync(channel, reader, UploadedArticles.Ask("ropeway"))).Everything();
        Assert.Contains("5 million", answer, StringComparison.Ordinal);
        Assert.Contains($"{scene.Site.Url}/ropeway", answer, StringComparison.Ordinal);
        Assert.Contains("7 million", (await scene.MentionAsync(channel, reader, UploadedArticles.Ask("observatory"))).Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_why_and_pings_nobody()
    {
        var (channel, _) = await PlaceAsync("broken");

        var reply = await scene.AnswerAsync(channel, _chief, () => _sim.UserDrops(channel, _chief, "<!channel> @here <https://evil.example|x>.pdf", "no PDF"));

        Assert.Contains("Nothing was indexed:", reply.Read(), StringComparison.Ordinal);
        Assert.Contains("Not indexed: it is not a PDF file.", reply.Read(), StringComparison.Ordinal);
        Assert.Empty(reply.Pings);
    }

    private async Task<(SimChannel Channel, SimUser Reader)> PlaceAsync(string collection)
    {
        var place = scene.Place();
        await scene.CommandAsync(place.Channel, _chief, $"settings ingest:\"{collection}\"");
        return place;
    }
}
