using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Buttons under answers of a process that has been killed since.</summary>
public sealed class DiscordButtonTests(DiscordNewsroom scene) : IClassFixture<DiscordNewsroom>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task Every_button_works_after_a_kill_and_a_restart()
    {
        var (channel, reader) = scene.Place();
        var answer = await AskAsync(channel, reader, ("since", "2021-02-01"));
        var hidden = await AskAsync(channel, reader, ("since", "2021-02-01"), ("private", true));
        await scene.RestartAsync();
        Assert.Equal(["Show quotes", "Widen period", "Narrow period", "Helpful", "Not helpful", "Wrong citation"], answer.Buttons());

        var quotes = await ClickAsync(answer, reader, "Show quotes");
        Assert.Contains("Checked word for word", quotes.Content, StringComparison.Ordinal);
        Assert.Contains("The repairs cost 14 million crowns, the harbour board said.", quotes.Content, StringComparison.Ordinal);

        var wider = await ClickAsync(answer, reader, "Widen period");
        Assert.Contains("14 million crowns", wider.Content, StringComparison.Ordinal);
        Assert.Contains("Searched everything", wider.Content, StringComparison.Ordinal);

        var narrower = await ClickAsync(answer, reader, "Narrow period");
        Assert.DoesNotContain("14 million crowns", narrower.Content, StringComparison.Ordinal);
        Assert.Contains("Port Velmar reopens its northern harbour", narrower.Content, StringComparison.Ordinal);

        var shared = await ClickAsync(hidden, reader, "Share");
        Assert.Null(shared.OnlyFor);
        Assert.Contains("Asked privately and shared", shared.Content, StringComparison.Ordinal);
        Assert.Contains("14 million crowns", shared.Content, StringComparison.Ordinal);
        Assert.Contains("shared already", (await ClickAsync(hidden, reader, "Share")).Content, StringComparison.Ordinal);

        foreach (var label in (string[])["Helpful", "Not helpful", "Wrong citation"])
        {
            var judge = _sim.AddUser("judge");
            var thanks = await ClickAsync(answer, judge, label);
            Assert.Contains("Thank you", thanks.Content, StringComparison.Ordinal);
            Assert.Equal(judge, thanks.OnlyFor);
        }

        var gap = Assert.Single((await scene.Room.RunAsync("gaps", "--json")).Json.EnumerateArray());
        Assert.Equal(Question, gap.GetProperty("question").GetString());
        Assert.Equal((1, 1, 1), (gap.GetProperty("helpful").GetInt32(), gap.GetProperty("notHelpful").GetInt32(), gap.GetProperty("wrongCitation").GetInt32()));
        Assert.Contains("wrong citation 1×", (await scene.Room.RunAsync("gaps")).Output, StringComparison.Ordinal);
        Assert.Empty(_sim.Unanswered);
        Assert.Contains("valid GatewayResume:", await NodeScript.ValidateTrafficAsync(_sim), StringComparison.Ordinal);
    }

    private Task<SimMessage> AskAsync(SimChannel channel, SimUser reader, params IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Value)> options) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", [("question", Question), .. options]));

    private Task<SimMessage> ClickAsync(SimMessage message, SimUser user, string label) =>
        scene.AnswerAsync(message.Channel, user, () => _sim.UserClicks(message, user, message.Button(label)));
}
