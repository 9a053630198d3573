using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Alerts in a channel, from the question that was not answered to the message that answers it.</summary>
public sealed class DiscordAlertTests(DiscordNewsroom scene) : IClassFixture<DiscordNewsroom>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task What_was_not_found_is_told_once_when_it_arrives_whatever_is_killed_meanwhile()
    {
        var (channel, reader) = scene.Place();
        var abstention = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, Arriving.Question, mention: true));
        Assert.Contains("Not found", abstention.Content, StringComparison.Ordinal);
        var made = await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(abstention, reader, abstention.Button("Tell me when something arrives")));
        Assert.Contains("I will tell you here", made.Content, StringComparison.Ordinal);
        Assert.Equal(reader, made.OnlyFor);

        await scene.KillAsync();
        scene.DropTram();
        scene.Start();
        await scene.OnlineAsync();
        await scene.UntilAsync(() => Told(channel).Count > 0, "the alert came", Arriving.Seconds);
        await scene.RestartAsync();

        var told = Told(channel)[0];
        Assert.Contains(Arriving.Headline, told.Text(), StringComparison.Ordinal);
        Assert.Contains("40 million crowns", told.Text(), StringComparison.Ordinal);
        Assert.Equal(["Ask about this", "Mute for a week", "Stop"], told.Buttons());
        var opened = await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(told, reader, told.Button("Ask about this")));
        Assert.Contains("reply to this message", opened.Content, StringComparison.Ordinal);

        Assert.Contains(Arriving.Question, (await CommandAsync(channel, reader, "alert list")).Content, StringComparison.Ordinal);
        Assert.Contains(Arriving.Headline, (await CommandAsync(channel, reader, "alert test")).Content, StringComparison.Ordinal);
        Assert.Contains("no longer watch", (await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(told, reader, told.Button("Stop")))).Content, StringComparison.Ordinal);
        Assert.Single(Told(channel));
        Assert.Empty(_sim.PingingMessages);
    }

    private List<SimMessage> Told(SimChannel channel) => [.. _sim.Answers(channel).Where(m => m.Content.Contains(Arriving.Heading, StringComparison.Ordinal))];

    private Task<SimMessage> CommandAsync(SimChannel channel, SimUser reader, string name, params IEnumerable<(string Name, JsonNode Value)> options) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, name, options));
}
