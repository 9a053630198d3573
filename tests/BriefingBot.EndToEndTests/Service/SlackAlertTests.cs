using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Alerts in a thread and in a channel.</summary>
public sealed class SlackAlertTests(SlackNewsroom scene) : IClassFixture<SlackNewsroom>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task What_was_not_found_is_told_once_in_its_thread_and_what_was_asked_for_by_command_in_the_channel()
    {
        var (channel, reader) = scene.Place();
        var abstention = await scene.MentionAsync(channel, reader, Arriving.Question);
        Assert.Contains("Not found", abstention.Read(), StringComparison.Ordinal);
        var made = await scene.ClickAsync(abstention, reader, "Tell me when something arrives");
        Assert.Contains("I will tell you here", made.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, made.OnlyFor);
        var (other, asker) = scene.Place("trams");
        Assert.Contains("I will tell you here", (await scene.CommandAsync(other, asker, "alert on topic:\"tram of Brunholt\"")).Read(), StringComparison.Ordinal);
        var (ferries, islander) = scene.Place("ferries");
        Assert.Contains("I will tell you here", (await scene.MentionAsync(ferries, islander, "tell me when something arrives on the ferry of Brunholt")).Read(), StringComparison.Ordinal);

        await scene.KillAsync();
        scene.DropTram();
        scene.Start();
        await scene.OnlineAsync();
        await scene.UntilAsync(() => Told(channel).Count > 0 && Told(other).Count > 0, "the alerts came", Arriving.Seconds);
        await scene.RestartAsync();

        var told = Told(channel)[0];
        Assert.Equal(abstention.ThreadTs, told.ThreadTs);
        Assert.Null(Told(other)[0].ThreadTs);
        Assert.Contains(Arriving.Headline, told.Read(), StringComparison.Ordinal);
        Assert.Contains("40 million crowns", told.Read(), StringComparison.Ordinal);
        Assert.Equal(["Ask about this", "Mute for a week", "Stop"], told.Buttons());
        Assert.Contains("for a week", (await scene.ClickAsync(told, reader, "Mute for a week")).Read(), StringComparison.Ordinal);
        Assert.Contains("muted until", (await scene.CommandAsync(channel, reader, "alert list")).Read(), StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (Told(channel).Count, Told(other).Count, Told(ferries).Count));
        Assert.Empty(_sim.PingingMessages);
    }

    private List<SimMessage> Told(SimChannel channel) => [.. _sim.Answers(channel).Where(m => m.Read().Contains(Arriving.Heading, StringComparison.Ordinal))];
}
