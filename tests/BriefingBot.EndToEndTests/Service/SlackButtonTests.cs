using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Buttons under answers of a process that has been killed since.</summary>
public sealed class SlackButtonTests(SlackNewsroom scene) : IClassFixture<SlackNewsroom>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task Every_button_works_after_a_kill_and_a_restart()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.CommandAsync(channel, reader, $"ask {Question} since:2021-02-01");
        var hidden = await scene.CommandAsync(channel, reader, $"ask {Question} since:2021-02-01 private");
        await scene.RestartAsync();
        Assert.Equal(["Show quotes", "Widen period", "Narrow period", "Wrong citation", "Helpful", "Not helpful"], answer.Buttons());
        Assert.Contains("Share", hidden.Buttons());

        var quotes = await scene.ClickAsync(answer, reader, "Show quotes");
        Assert.Contains("Checked word for word", quotes.Read(), StringComparison.Ordinal);
        Assert.Contains("The repairs cost 14 million crowns, the harbour board said.", quotes.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, quotes.OnlyFor);

        var wider = await scene.ClickAsync(answer, reader, "Widen period");
        Assert.Contains("14 million crowns", wider.Read(), StringComparison.Ordinal);
        Assert.Contains("Searched everything", wider.Read(), StringComparison.Ordinal);
        Assert.Equal(answer.Ts, wider.ThreadTs);

        var narrower = await scene.ClickAsync(answer, reader, "Narrow period");
        Assert.DoesNotContain("14 million crowns", narrower.Read(), StringComparison.Ordinal);
        Assert.Contains("Port Velmar reopens its northern harbour", narrower.Read(), StringComparison.Ordinal);

        var shared = await scene.ClickAsync(hidden, reader, "Share");
        Assert.Null(shared.OnlyFor);
        Assert.Contains("Asked privately and shared", shared.Read(), StringComparison.Ordinal);
        Assert.Contains("14 million crowns", shared.Read(), StringComparison.Ordinal);
        Assert.Contains("shared already", (await scene.ClickAsync(hidden, reader, "Share")).Read(), StringComparison.Ordinal);

        await ThankedAsync(answer, judge => _sim.UserGivesFeedback(answer, judge, answer.Feedback(), positive: true));
        await ThankedAsync(answer, judge => _sim.UserGivesFeedback(answer, judge, answer.Feedback(), positive: false));
        await ThankedAsync(answer, judge => _sim.UserClicks(answer, judge, answer.Button("Wrong citation")));

        var gap = Assert.Single((await scene.Room.RunAsync("gaps", "--json")).Json.EnumerateArray());
        Assert.Equal(Question, gap.GetProperty("question").GetString());
        Assert.Equal((1, 1, 1), (gap.GetProperty("helpful").GetInt32(), gap.GetProperty("notHelpful").GetInt32(), gap.GetProperty("wrongCitation").GetInt32()));
        Assert.Contains("wrong citation 1×", (await scene.Room.RunAsync("gaps")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_sim.Deliveries, delivery => delivery.Failures > 0);
        Assert.Contains("valid BlockAction:", await NodeScript.ValidateTrafficAsync(_sim), StringComparison.Ordinal);
    }

    private async Task ThankedAsync(SimMessage answer, Action<SimUser> act)
    {
        var judge = _sim.AddUser("judge");
        var thanks = await scene.AnswerAsync(answer.Channel, judge, () => act(judge));
        Assert.Contains("Thank you", thanks.Read(), StringComparison.Ordinal);
        Assert.Equal(judge, thanks.OnlyFor);
    }
}
