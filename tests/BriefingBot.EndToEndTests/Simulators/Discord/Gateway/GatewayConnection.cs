using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>One socket: frames in and out, in order, until either side closes.</summary>
internal sealed class GatewayConnection(GatewayServer server, WebSocket socket, bool compressed, Action abort, SimulatorSettings settings, Journal journal)
{
    private const int MaxPayloadBytes = 4096;
    private const int MaxEventsPerMinute = 120;
    private readonly Channel<object> _outgoing = Channel.CreateUnbounded<object>();
    private readonly Queue<DateTimeOffset> _received = new();
    private volatile bool _closing;

    public GatewaySession? Session { get; set; }

    public void Send(JsonObject frame) => _outgoing.Writer.TryWrite((JsonObject)frame.DeepClone());

    public void Close(int code)
    {
        _closing = true;
        _outgoing.Writer.TryWrite(code);
        _outgoing.Writer.TryComplete();
    }

    /// <summary>The line goes dead without a close frame.</summary>
    public void Drop()
    {
        _closing = true;
        _outgoing.Writer.TryComplete();
        abort();
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var writing = WriteAsync(cancellation);
        int? closeCode = null;
        try
        {
            closeCode = await ReadAsync(cancellation);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The line is dead; the session stays resumable.
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            server.Detach(this, closeCode);
            await writing;
        }
    }

    private async Task<int?> ReadAsync(CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var (length, close) = await ReceiveAsync(buffer, cancellation);
            if (close)
            {
                var code = (int?)socket.CloseStatus;
                if (!_closing) journal.Add(Traffic.GatewayClosedByClient, $"close {code}", status: code ?? 1005);
                if (!_closing) Close(code is null or 1005 ? 1000 : code.Value);
                return code;
            }

            if (!_closing) Receive(buffer.AsMemory(0, length));
        }
    }

    private async Task<(int Length, bool Close)> ReceiveAsync(byte[] buffer, CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) length = MaxPayloadBytes + 1;
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return (0, true);
            length += part.Count;
            if (part.EndOfMessage) return (length, false);
        }
    }

    private void Receive(ReadOnlyMemory<byte> payload)
    {
        var now = settings.Time.GetUtcNow();
        _received.Enqueue(now);
        while (now - _received.Peek() >= TimeSpan.FromMinutes(1)) _received.Dequeue();
        if (_received.Count > MaxEventsPerMinute) server.Close(this, CloseCode.RateLimited);
        else if (payload.Length > MaxPayloadBytes || Parse(payload) is not { } frame) server.Close(this, CloseCode.DecodeError);
        else server.Receive(this, frame);
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        using var encoder = new FrameEncoder(compressed);
        try
        {
            await foreach (var item in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                if (item is int code) await socket.CloseOutputAsync((WebSocketCloseStatus)code, CloseCode.Reason(code), cancellation);
                else await socket.SendAsync(encoder.Encode(((JsonObject)item).ToJsonString()), encoder.IsBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, cancellation);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The line is dead; what was not delivered is replayed on resume.
        }
    }
}
