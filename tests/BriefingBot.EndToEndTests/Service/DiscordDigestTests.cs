using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Digests in a channel: at once, and as subscriptions that its administrators make.</summary>
public sealed class DiscordDigestTests(DiscordDigestTests.Scene scene) : IClassFixture<DiscordDigestTests.Scene>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_digest_tells_todays_stories_and_each_can_be_asked_about()
    {
        var (channel, reader) = scene.Place();

        var digest = await CommandAsync(channel, reader, "digest now");
        Assert.Contains("Karlsund votes for a tram", digest.Text(), StringComparison.Ordinal);
        Assert.Contains("1 story shown", digest.Content, StringComparison.Ordinal);

        var opened = await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(digest, reader, digest.Button("Ask about story 1")));
        Assert.Contains("reply to this message", opened.Content, StringComparison.Ordinal);

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserReplies(opened, reader, "What will the tram cost?", ping: true));
        Assert.Contains("40 million crowns", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_subscribe_and_others_see_the_list()
    {
        var (channel, reader) = scene.Place("subscribed");
        var chief = _sim.AddUser("chief", isAdministrator: true);

        Assert.Contains("may manage this channel", (await CommandAsync(channel, reader, "digest subscribe", ("time", "08:00"))).Content, StringComparison.Ordinal);
        var made = await CommandAsync(channel, chief, "digest subscribe", ("time", "08:00"), ("zone", "Europe/Berlin"), ("days", "weekdays"));
        Assert.Contains("08:00 Europe/Berlin, on weekdays", made.Content, StringComparison.Ordinal);
        var preview = await CommandAsync(channel, reader, "digest preview");
        Assert.Equal(reader, preview.OnlyFor);
        Assert.Contains("Karlsund votes for a tram", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("08:00 Europe/Berlin, on weekdays", (await CommandAsync(channel, reader, "digest list")).Content, StringComparison.Ordinal);
    }

    private Task<SimMessage> CommandAsync(SimChannel channel, SimUser reader, string name, params IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Value)> options) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, name, options));

    public sealed class Scene : DiscordNewsroom
    {
        public override async ValueTask InitializeAsync()
        {
            var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Room.Write("seeds/tram.md", $"""
                ---
                title: Karlsund votes for a tram
                source: Coast Courier
                published: {today}
                ---

                The council of Karlsund has voted for a tram to the harbour. The tram will cost 40 million crowns, the council said.
                """);
            await base.InitializeAsync();
        }
    }
}
