using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Discord;

/// <summary>A WebSocket server on loopback; the test plays the gateway on each connection that comes in.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly CancellationTokenSource _closing = new();
    private readonly WebApplication _app;

    private GatewayServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(AcceptAsync);
    }

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("http", "ws", StringComparison.Ordinal);

    public static async Task<GatewayServer> StartAsync()
    {
        var server = new GatewayServer();
        await server._app.StartAsync();
        return server;
    }

    public Task<GatewayPeer> NextAsync() => _peers.Reader.ReadAsync().AsTask().WaitAsync(GatewayPeer.Patience);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task AcceptAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = new GatewayPeer(socket, context.Request.Path + context.Request.QueryString, context.Abort);
        await _peers.Writer.WriteAsync(peer);
        await Task.WhenAny(peer.Over, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closing.Token));
    }
}
