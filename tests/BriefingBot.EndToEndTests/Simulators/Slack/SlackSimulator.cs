using System.Net;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.SocketMode;
using BriefingBot.EndToEndTests.Simulators.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>
/// Slack in this process, over real HTTP and WebSocket on loopback. It accepts what Slack accepts and refuses what Slack
/// refuses; the official clients are its judge (OfficialClientTests). Its scenario methods act as people do.
/// </summary>
internal sealed partial class SlackSimulator : IAsyncDisposable
{
    private readonly World _world;
    private readonly SocketServer _sockets;
    private readonly Courier _courier;
    private readonly Events _events;
    private readonly Messages _messages;
    private readonly Interactions _interactions;
    private readonly ResponseUrls _responseUrls;
    private readonly WebApplication _app;

    private SlackSimulator(SimulatorSettings settings)
    {
        Settings = settings;
        Journal = new Journal(settings.Time);
        RateLimits = new RateLimits(settings.Time);
        _world = new World(settings);
        _sockets = new SocketServer(settings, _world, Faults, Journal);
        Files = new FileServer(settings, _world, Journal);
        RequestUrls = new RequestUrls(settings, _world, Journal);
        _courier = new Courier(settings, _world, _sockets, RequestUrls);
        _events = new Events(settings, _world, _courier.Deliver);
        _messages = new Messages(_world, _events);
        _responseUrls = new ResponseUrls(settings, _world, _messages, Faults, Journal);
        var (access, views) = (new ChannelAccess(settings, _world), new ViewMethods(_world));
        _interactions = new Interactions(_world, Faults, _responseUrls, views);
        _app = Build(new WebApiServer(settings, _world, Faults, Journal, RateLimits,
        [
            .. new AppMethods(_world, _sockets.OpenUrl).All, .. new ChatMethods(_world, _messages, access).All, .. new StreamMethods(settings, _world, _messages, access).All,
            .. new AssistantMethods(_world, access).All, .. views.All, .. new ConversationMethods(_world, access).All,
        ]));
    }

    public SimulatorSettings Settings { get; }

    public Faults Faults { get; } = new();

    public RateLimits RateLimits { get; }

    public Journal Journal { get; }

    /// <summary>Where deliveries go in place of sockets, once they are set.</summary>
    public RequestUrls RequestUrls { get; }

    public FileServer Files { get; }

    public string BotToken => Settings.BotToken;

    public string AppToken => Settings.AppToken;

    public SimTeam Team => _world.Team;

    public SimUser Bot => _world.Bot;

    public string AppId => _world.AppId;

    /// <summary>The base of the Web API with its slash, as official clients take it: "https://slack.com/api/" in real life.</summary>
    public string ApiUrl => _world.Origin + "/api/";

    /// <summary>Where files are kept; only its host counts.</summary>
    public string FilesUrl => _world.Origin;

    public static async Task<SlackSimulator> StartAsync(SimulatorSettings? settings = null)
    {
        var simulator = new SlackSimulator(settings ?? new SimulatorSettings());
        await simulator._app.StartAsync();
        simulator._world.Origin = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        _courier.Stop();
        _sockets.Stop();
        DropSockets();
        await RequestUrls.FinishAsync();
        RequestUrls.Dispose();
        await _app.DisposeAsync();
    }

    private WebApplication Build(WebApiServer api)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var built = builder.Build();
        built.UseWebSockets();
        built.Run(context => Serve(context, api));
        return built;
    }

    private Task Serve(HttpContext context, WebApiServer api)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return api.HandleAsync(context);
        if (context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal)) return _sockets.AcceptAsync(context);
        if (context.Request.Path.StartsWithSegments("/actions", StringComparison.Ordinal)) return _responseUrls.HandleAsync(context);
        if (context.Request.Path.StartsWithSegments("/files-pri", StringComparison.Ordinal)) return Files.HandleAsync(context);
        if (context.Request.Path.StartsWithSegments("/sim", StringComparison.Ordinal)) return new RemoteControl(this).HandleAsync(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
