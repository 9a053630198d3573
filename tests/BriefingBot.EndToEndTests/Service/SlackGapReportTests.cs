using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The weekly report of what was asked in vain.</summary>
public sealed class SlackGapReportTests(SlackGapReportTests.Scene scene) : IClassFixture<SlackGapReportTests.Scene>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task The_administrators_channel_gets_the_weeks_gaps_of_its_workspace_once()
    {
        var (channel, reader) = scene.Place();
        var chief = _sim.AddUser("chief", isAdmin: true);
        var office = _sim.AddChannel("office");
        await scene.MentionAsync(channel, reader, "What does the zeppelin of Quimby carry?");
        await scene.CommandAsync(channel, reader, "ask Who sank the gondola of Perluna? private");
        Assert.Contains("gaps: on", (await scene.CommandAsync(office, chief, "settings gaps:on")).Read(), StringComparison.Ordinal);
        Assert.Contains("What does the zeppelin of Quimby carry", (await scene.CommandAsync(office, chief, "gaps")).Read(), StringComparison.Ordinal);
        Assert.Contains("Only those who administer", (await scene.CommandAsync(channel, reader, "gaps")).Read(), StringComparison.Ordinal);

        Assert.Empty(Reports(office));
        scene.Hour.Strike();
        await scene.RestartAsync();
        await scene.UntilAsync(() => Reports(office).Count == 1, "the report came");
        await scene.RestartAsync();
        await scene.MentionAsync(channel, reader, "How often does the ferry sail to Eastholm?");

        var report = Assert.Single(Reports(office));
        Assert.Contains("2 questions, 2 found nothing (100 %)", report.Read(), StringComparison.Ordinal);
        Assert.Contains("What does the zeppelin of Quimby carry?: asked 1×, found nothing 1×, new", report.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("gondola", report.Everything(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_sim.PingingMessages);
    }

    private List<SimMessage> Reports(SimChannel office) => [.. _sim.Answers(office).Where(m => m.OnlyFor is null && m.Read().Contains("Gaps of last week", StringComparison.Ordinal))];

    public sealed class Scene : SlackNewsroom
    {
        public Scene()
            : this(new GapReportHour())
        {
        }

        private Scene(GapReportHour hour)
            : base(new SimulatorSettings(), hour.Settings) => Hour = hour;

        internal GapReportHour Hour { get; }
    }
}
