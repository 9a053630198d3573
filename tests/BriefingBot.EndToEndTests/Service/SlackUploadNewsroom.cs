using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.Tests.Feeds;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The service on a simulated Slack, with a publisher's web site whose pages it may fetch.</summary>
public sealed class SlackUploadNewsroom() : SlackNewsroom(new SimulatorSettings(), ("Feeds:DelaySeconds", "0"))
{
    internal WebSite Site { get; private set; } = null!;

    private protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Feeds:AllowHosts:0", Site.Host)];

    public override async ValueTask InitializeAsync()
    {
        Site = await WebSite.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
