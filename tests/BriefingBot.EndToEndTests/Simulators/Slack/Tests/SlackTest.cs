using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Tests;

/// <summary>A workspace with one person and one channel, on a clock that the test drives, and a client.</summary>
public abstract class SlackTest : IAsyncLifetime
{
    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    private protected SlackSimulator Slack { get; private set; } = null!;

    private protected RawClient Client { get; private set; } = null!;

    private protected SimUser Reader { get; private set; } = null!;

    private protected SimChannel News { get; private set; } = null!;

    private protected virtual SimulatorSettings Settings => new();

    public async ValueTask InitializeAsync()
    {
        Slack = await SlackSimulator.StartAsync(Settings with { Time = Time });
        Client = new RawClient(Slack);
        Reader = Slack.AddUser("reader");
        News = Slack.AddChannel("news");
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Slack.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;

    /// <summary>Arguments that name the channel.</summary>
    private protected JsonObject InNews(string json = "{}")
    {
        var arguments = Json(json);
        arguments["channel"] = News.Id;
        return arguments;
    }
}
