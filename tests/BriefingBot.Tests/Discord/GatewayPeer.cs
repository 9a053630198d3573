using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Tests.Discord;

/// <summary>The gateway's side of one connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, string address, Action abort) : SocketPeer(socket, address, abort)
{
    private readonly WebSocket _socket = socket;
    private readonly MemoryStream _packed = new();
    private ZLibStream? _deflate;

    /// <summary>A part of a zlib-stream that goes over all payloads, in as many frames as wanted.</summary>
    public async Task SayPackedAsync(string json, int frames = 1)
    {
        _deflate ??= new ZLibStream(_packed, CompressionLevel.Optimal, leaveOpen: true);
        _packed.SetLength(0);
        _deflate.Write(Encoding.UTF8.GetBytes(json));
        _deflate.Flush();
        foreach (var frame in _packed.ToArray().Chunk((int)Math.Ceiling(_packed.Length / (double)frames)))
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, default);
        }
    }

    /// <summary>Greets with a heartbeat interval of 40 seconds and takes what the client answers: identify or resume.</summary>
    public async Task<JsonElement> GreetAsync()
    {
        await SayAsync("""{"op":10,"d":{"heartbeat_interval":40000,"_trace":["x"]},"s":null,"t":null}""");
        return await HearAsync();
    }

    /// <summary>Greets a client and makes it ready, with a session that is to be resumed at /resume.</summary>
    public async Task ReadyAsync(string server)
    {
        Assert.Equal(2, (await GreetAsync()).GetProperty("op").GetInt32());
        await EventAsync(1, "READY", $$"""{"v":10,"user":{"id":"1","username":"briefings"},"session_id":"session","resume_gateway_url":"{{server}}/resume","guilds":[{"id":"3","unavailable":true}]}""");
    }

    public Task EventAsync(int sequence, string name, string data) => SayAsync($$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{data}}}""");

    public Task MessageAsync(int sequence, string content) =>
        EventAsync(sequence, "MESSAGE_CREATE", $$"""{"id":"{{sequence}}","channel_id":"7","content":"{{content}}","author":{"id":"2","username":"ann"},"timestamp":"2026-01-05T12:00:00+00:00"}""");

    public override void Dispose()
    {
        _deflate?.Dispose();
        _packed.Dispose();
        base.Dispose();
    }
}
