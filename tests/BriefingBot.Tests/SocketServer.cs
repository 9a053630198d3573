using System.Net;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests;

/// <summary>A WebSocket server on loopback; the test plays the platform on each connection that comes in.</summary>
internal sealed class SocketServer<TPeer> : IAsyncDisposable where TPeer : SocketPeer
{
    private readonly Channel<TPeer> _peers = Channel.CreateUnbounded<TPeer>();
    private readonly CancellationTokenSource _closing = new();
    private readonly WebApplication _app;

    private SocketServer(Func<WebSocket, string, Action, TPeer> peer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(context => AcceptAsync(context, peer));
    }

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("http", "ws", StringComparison.Ordinal);

    public static async Task<SocketServer<TPeer>> StartAsync(Func<WebSocket, string, Action, TPeer> peer)
    {
        var server = new SocketServer<TPeer>(peer);
        await server._app.StartAsync();
        return server;
    }

    public Task<TPeer> NextAsync() => _peers.Reader.ReadAsync().AsTask().WaitAsync(SocketPeer.Patience);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task AcceptAsync(HttpContext context, Func<WebSocket, string, Action, TPeer> play)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = play(socket, context.Request.Path + context.Request.QueryString, context.Abort);
        await _peers.Writer.WriteAsync(peer);
        await Task.WhenAny(peer.Over, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closing.Token));
    }
}
