using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Tests.Discord;

/// <summary>The gateway's side of one connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, string address, Action abort) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _packed = new();
    private ZLibStream? _deflate;

    public string Address => address;

    public Task Over => _over.Task;

    public Task SayAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, default);

    /// <summary>A part of a zlib-stream that goes over all payloads, in as many frames as wanted.</summary>
    public async Task SayPackedAsync(string json, int frames = 1)
    {
        _deflate ??= new ZLibStream(_packed, CompressionLevel.Optimal, leaveOpen: true);
        _packed.SetLength(0);
        _deflate.Write(Encoding.UTF8.GetBytes(json));
        _deflate.Flush();
        foreach (var frame in _packed.ToArray().Chunk((int)Math.Ceiling(_packed.Length / (double)frames)))
        {
            await socket.SendAsync(frame, WebSocketMessageType.Binary, true, default);
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

    public async Task<JsonElement> HearAsync()
    {
        var (json, code) = await ReceiveAsync();
        return json is null ? throw new InvalidOperationException($"The client closed with {code}.") : JsonDocument.Parse(json).RootElement.Clone();
    }

    /// <summary>Lets the client leave; returns its close code, null when it just broke off.</summary>
    public async Task<int?> LeftAsync()
    {
        while (true)
        {
            var (json, code) = await ReceiveAsync();
            if (json is not null) continue;

            _over.TrySetResult();
            return code;
        }
    }

    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, default);
        await LeftAsync();
    }

    public void Dispose()
    {
        _deflate?.Dispose();
        _packed.Dispose();
    }

    public void Abort()
    {
        abort();
        _over.TrySetResult();
    }

    private async Task<(string? Json, int? Code)> ReceiveAsync()
    {
        var buffer = new byte[8192];
        try
        {
            var received = await socket.ReceiveAsync(buffer, default).WaitAsync(Patience);
            return received.MessageType == WebSocketMessageType.Close
                ? (null, (int?)socket.CloseStatus)
                : (Encoding.UTF8.GetString(buffer, 0, received.Count), null);
        }
        catch (WebSocketException)
        {
            return (null, null);
        }
    }
}
