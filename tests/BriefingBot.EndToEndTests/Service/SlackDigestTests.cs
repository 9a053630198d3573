using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Digests in a channel: at once, and as subscriptions that its administrators make.</summary>
public sealed class SlackDigestTests(SlackDigestTests.Scene scene) : IClassFixture<SlackDigestTests.Scene>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_digest_tells_todays_stories_and_each_can_be_asked_about()
    {
        var (channel, reader) = scene.Place();

        var digest = await scene.CommandAsync(channel, reader, "digest now");
        Assert.Contains("Karlsund votes for a tram", digest.Read(), StringComparison.Ordinal);
        Assert.Contains("1 story shown", digest.Read(), StringComparison.Ordinal);
        Assert.Null(digest.OnlyFor);

        var opened = await scene.ClickAsync(digest, reader, "Ask about story 1");
        Assert.Contains("reply to this message", opened.Read(), StringComparison.Ordinal);

        var answer = await scene.MentionAsync(channel, reader, "What will the tram cost?", opened);
        Assert.Contains("40 million crowns", answer.Read(), StringComparison.Ordinal);
        Assert.Contains("valid Block", await NodeScript.ValidateTrafficAsync(_sim), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_manage_subscriptions_and_others_see_them()
    {
        var (channel, reader) = scene.Place("subscribed");
        var chief = _sim.AddUser("chief", isAdmin: true);

        Assert.Contains("may manage this channel", await TextAsync(channel, reader, "digest subscribe 08:00"), StringComparison.Ordinal);
        var made = await TextAsync(channel, chief, "digest subscribe 08:00 days:weekdays topic:\"the tram\"");
        Assert.Contains("that of your profile: Europe/Amsterdam", made, StringComparison.Ordinal);
        Assert.Contains("08:00 Europe/Amsterdam, on weekdays; on “the tram”; brief", made, StringComparison.Ordinal);

        Assert.Contains("08:00 Europe/Amsterdam", await TextAsync(channel, reader, "digest list"), StringComparison.Ordinal);
        var preview = await scene.CommandAsync(channel, reader, "digest preview");
        Assert.Equal(reader, preview.OnlyFor);
        Assert.Contains("Karlsund votes for a tram", preview.Read(), StringComparison.Ordinal);
        Assert.Contains("No digest has come here yet", await TextAsync(channel, reader, "digest why"), StringComparison.Ordinal);

        foreach (var change in new[] { "pause", "resume", "unsubscribe", "edit time:09:00" })
        {
            Assert.Contains("may manage this channel", await TextAsync(channel, reader, $"digest {change}"), StringComparison.Ordinal);
        }

        Assert.Contains("09:30 Europe/Lisbon, on weekdays; on everything; full", await TextAsync(channel, chief, "digest edit time:9:30 zone:lisbon topic:all length:full"), StringComparison.Ordinal);
        Assert.Contains("; paused.", await TextAsync(channel, chief, "digest pause"), StringComparison.Ordinal);
        Assert.Contains("comes again", await TextAsync(channel, chief, "digest resume"), StringComparison.Ordinal);
        Assert.Contains("will not come any more", await TextAsync(channel, chief, "digest unsubscribe"), StringComparison.Ordinal);
        Assert.Contains("No digest comes here", await TextAsync(channel, chief, "digest list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directly_anybody_has_digests_and_quiet_hours_of_their_own()
    {
        var reader = _sim.AddUser("reader");
        var direct = _sim.DirectMessage(reader);

        var settings = await TextAsync(direct, reader, "settings quiet:22:00-07:00");
        Assert.Contains("22:00-07:00", settings, StringComparison.Ordinal);
        Assert.Contains("Europe/Amsterdam", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("collections", settings, StringComparison.Ordinal);
        Assert.Contains("held until quiet hours end", await TextAsync(direct, reader, "digest subscribe 6am"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(SimChannel channel, SimUser user, string command) => (await scene.CommandAsync(channel, user, command)).Read();

    public sealed class Scene : SlackNewsroom
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
