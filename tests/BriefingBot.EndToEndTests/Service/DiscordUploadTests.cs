using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that administrators drop into a channel of Discord's.</summary>
public sealed class DiscordUploadTests(DiscordUploadNewsroom scene) : IClassFixture<DiscordUploadNewsroom>
{
    private readonly DiscordSimulator _sim = scene.Sim;
    private readonly SimUser _chief = scene.Sim.AddUser("chief", isAdministrator: true);

    [Fact]
    public async Task A_dropped_file_is_indexed_and_answers_where_its_collection_may_be_seen_and_nowhere_else()
    {
        var (channel, reader) = await PlaceAsync("islands");
        var (elsewhere, _) = scene.Place();
        await SettingsAsync(elsewhere, ("collections", "default"));

        var reply = await scene.AnswerAsync(channel, _chief, () => _sim.UserDrops(channel, _chief, "windmill.md", UploadedArticles.Windmill));

        Assert.Contains("In the collection “islands”:", reply.Content, StringComparison.Ordinal);
        Assert.Contains("Indexed: “Eastholm votes for a windmill”, Island Herald, 2 May 2021, 1 passage", reply.Content, StringComparison.Ordinal);
        var answer = (await AskAsync(channel, reader, UploadedArticles.Question)).Text();
        Assert.Contains("3 million crowns", answer, StringComparison.Ordinal);
        Assert.Contains("https://example.org/island-herald/windmill", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("3 million", (await AskAsync(elsewhere, reader, UploadedArticles.Question)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.Journal.Of(Traffic.File), request => request.What.Contains(_sim.Token, StringComparison.Ordinal));

        Assert.Contains("Already there: “Eastholm votes", (await scene.AnswerAsync(channel, _chief, () => _sim.UserDrops(channel, _chief, "again.md", UploadedArticles.Windmill))).Content, StringComparison.Ordinal);
        Assert.Single(UploadedArticles.In(scene, "islands"));
    }

    [Fact]
    public async Task Whoever_does_not_manage_the_server_is_refused_and_nothing_is_fetched()
    {
        var (channel, reader) = await PlaceAsync("refused");

        var reply = await scene.AnswerAsync(channel, reader, () => _sim.UserDrops(channel, reader, "mine-of-nobody.md", UploadedArticles.Windmill, $"and {scene.Site.Url}/private"));

        Assert.Contains("Only administrators can add articles", reply.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.Journal.Of(Traffic.File), request => request.What.Contains("mine-of-nobody", StringComparison.Ordinal));
        Assert.DoesNotContain("/private", scene.Site.Paths);
    }

    [Fact]
    public async Task A_link_is_indexed_with_its_address()
    {
        var (channel, reader) = await PlaceAsync("links");
        scene.Site.Put("/ropeway", UploadedArticles.Page("ropeway", "5 million"));

        var reply = await scene.AnswerAsync(channel, _chief, () => _sim.UserSays(channel, _chief, $"new: {scene.Site.Url}/ropeway, and {scene.Site.Url}/gone."));

        Assert.Contains("Indexed: “Eastholm and the ropeway”, 127.0.0.1, undated", reply.Content.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Not indexed: it answered 404 Not Found", reply.Content, StringComparison.Ordinal);
        var answer = (await AskAsync(channel, reader, UploadedArticles.Ask("ropeway"))).Text();
        Assert.Contains("5 million", answer, StringComparison.Ordinal);
        Assert.Contains($"{scene.Site.Url}/ropeway", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_added_by_command_and_what_cannot_be_read_is_told_why()
    {
        var (channel, reader) = await PlaceAsync("commands");

        var reply = await CommandAsync(channel, "briefing add", ("file", _sim.Upload("observatory.txt", UploadedArticles.Of("observatory", "7 million")).Id.ToString()));
        var broken = await scene.AnswerAsync(channel, _chief, () => _sim.UserDrops(channel, _chief, "@everyone <@1> [x](https://evil.example).pdf", "no PDF"));

        Assert.Contains("Indexed: “The observatory of Eastholm”", reply.Content, StringComparison.Ordinal);
        Assert.Contains("7 million", (await AskAsync(channel, reader, UploadedArticles.Ask("observatory"))).Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was indexed:", broken.Content, StringComparison.Ordinal);
        Assert.Contains("Not indexed: it is not a PDF file", broken.Content, StringComparison.Ordinal);
        Assert.Empty(_sim.PingingMessages);
    }

    private async Task<(SimChannel Channel, SimUser Reader)> PlaceAsync(string collection)
    {
        var place = scene.Place();
        await SettingsAsync(place.Channel, ("ingest", collection));
        return place;
    }

    private Task<SimMessage> AskAsync(SimChannel channel, SimUser reader, string question) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, question, mention: true));

    private Task<SimMessage> SettingsAsync(SimChannel channel, (string Name, System.Text.Json.Nodes.JsonNode Value) option) => CommandAsync(channel, "briefing settings", option);

    private Task<SimMessage> CommandAsync(SimChannel channel, string name, (string Name, System.Text.Json.Nodes.JsonNode Value) option) =>
        scene.AnswerAsync(channel, _chief, () => _sim.UserRunsCommand(channel, _chief, name, option));
}
