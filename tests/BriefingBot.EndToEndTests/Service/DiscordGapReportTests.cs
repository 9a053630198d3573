using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The weekly report of what was asked in vain.</summary>
public sealed class DiscordGapReportTests(DiscordGapReportTests.Scene scene) : IClassFixture<DiscordGapReportTests.Scene>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task The_administrators_channel_gets_the_weeks_gaps_of_its_server_once()
    {
        var (channel, reader) = scene.Place();
        var office = _sim.AddChannel(scene.Guild, "office");
        var chief = _sim.AddUser("chief", isAdministrator: true);
        await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "What does the zeppelin of Quimby carry?", mention: true));
        await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", "Who sank the gondola of Perluna?"), ("private", true)));
        Assert.Contains("**gaps**: on", (await scene.AnswerAsync(office, chief, () => _sim.UserRunsCommand(office, chief, "briefing settings", ("gaps", true)))).Content, StringComparison.Ordinal);
        var now = await scene.AnswerAsync(office, chief, () => _sim.UserRunsCommand(office, chief, "briefing gaps"));

        Assert.Contains("What does the zeppelin of Quimby carry", now.Content, StringComparison.Ordinal);
        Assert.Equal(chief, now.OnlyFor);
        Assert.Empty(Reports(office));
        scene.Hour.Strike();
        await scene.RestartAsync();
        await scene.UntilAsync(() => Reports(office).Count == 1, "the report came");
        await scene.RestartAsync();
        await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "How often does the ferry sail to Eastholm?", mention: true));

        var report = Assert.Single(Reports(office));
        Assert.Contains("2 questions, 2 found nothing (100 %)", report.Content, StringComparison.Ordinal);
        Assert.Contains("**What does the zeppelin of Quimby carry?**: asked 1×, found nothing 1×, new", report.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("gondola", report.Content, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_sim.PingingMessages, m => m.Author.Id == _sim.Bot.Id);
    }

    private List<SimMessage> Reports(SimChannel office) => [.. _sim.Answers(office).Where(m => m.OnlyFor is null && m.Content.Contains("Gaps of last week", StringComparison.Ordinal))];

    public sealed class Scene : DiscordNewsroom
    {
        public Scene()
            : this(new GapReportHour())
        {
        }

        private Scene(GapReportHour hour)
            : base(new SimulatorSettings(), hour.Settings) => Hour = hour;

        internal GapReportHour Hour { get; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Guild.OffersEveryCommand = true;
        }
    }
}
