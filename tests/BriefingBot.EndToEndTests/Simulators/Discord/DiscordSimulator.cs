using System.Net;
using BriefingBot.EndToEndTests.Simulators.Discord.Gateway;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>
/// Discord in this process, over real HTTP and WebSocket on loopback. It accepts what Discord accepts and refuses what Discord
/// refuses; the official clients are its judge (OfficialClientTests). Its scenario methods act as people do.
/// </summary>
internal sealed partial class DiscordSimulator : IAsyncDisposable
{
    private readonly World _world;
    private readonly GatewayServer _gateway;
    private readonly Messages _messages;
    private readonly ChannelRoutes _channels;
    private readonly WebApplication _app;

    private DiscordSimulator(SimulatorSettings settings)
    {
        Settings = settings;
        Journal = new Journal(settings.Time);
        RateLimits = new RateLimits(settings.Time);
        _world = new World(settings);
        _world.CreateBot();
        _gateway = new GatewayServer(settings, _world, Faults, Journal);
        _messages = new Messages(_world, _gateway);
        _channels = new ChannelRoutes(_world, _messages, _gateway);
        var interactions = new InteractionRoutes(_world, _messages);
        Files = new AttachmentServer(_world, Journal);
        Endpoint = new InteractionsEndpoint(settings, _world, Journal, interactions);
        var application = new ApplicationRoutes(settings, _world, _gateway, () => GatewayUrl, () => Endpoint.PublicKey);
        var rest = new RestServer(settings, _world, Faults, Journal, RateLimits, [.. application.All, .. _channels.All, .. interactions.All]);
        _app = Build(rest);
    }

    public SimulatorSettings Settings { get; }

    public Faults Faults { get; } = new();

    public RateLimits RateLimits { get; }

    public Journal Journal { get; }

    public InteractionsEndpoint Endpoint { get; }

    public AttachmentServer Files { get; }

    public string Token => Settings.Token;

    public string ApplicationId => _world.Bot.Id.ToString();

    /// <summary>The base of the REST API without its version, as official clients take it.</summary>
    public string ApiUrl { get; private set; } = "";

    /// <summary>Where files are kept; only its host counts.</summary>
    public string FilesUrl => ApiUrl[..^"/api".Length];

    public string GatewayUrl { get; private set; } = "";

    public static async Task<DiscordSimulator> StartAsync(SimulatorSettings? settings = null)
    {
        var simulator = new DiscordSimulator(settings ?? new SimulatorSettings());
        await simulator._app.StartAsync();
        var address = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        simulator.ApiUrl = address + "/api";
        simulator.GatewayUrl = address.Replace("http", "ws", StringComparison.Ordinal) + "/gateway";
        simulator._world.ResumeUrl = simulator.GatewayUrl + "/resume";
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        DropSockets();
        await Task.WhenAll(Deliveries);
        Endpoint.Dispose();
        await _app.DisposeAsync();
    }

    private WebApplication Build(RestServer rest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var built = builder.Build();
        built.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        built.Run(context => Serve(context, rest));
        return built;
    }

    private Task Serve(HttpContext context, RestServer rest)
    {
        if (context.Request.Path.StartsWithSegments("/gateway", StringComparison.Ordinal)) return _gateway.AcceptAsync(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return rest.HandleAsync(context);
        if (context.Request.Path.StartsWithSegments("/attachments", StringComparison.Ordinal)) return Files.HandleAsync(context);
        if (context.Request.Path.StartsWithSegments("/sim", StringComparison.Ordinal)) return new RemoteControl(this).HandleAsync(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
