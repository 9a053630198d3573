using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefingBot.Discord.Gateway;

/// <summary>A WebSocket that speaks the gateway's payloads and keeps to the limits on sending.</summary>
internal sealed class GatewaySocket(bool compressed, TimeProvider time) : IDisposable
{
    /// <summary>https://discord.com/developers/docs/events/gateway#sending-events</summary>
    public const int MaxPayloadBytes = 4096;

    /// <summary>https://discord.com/developers/docs/events/gateway#rate-limiting allows 120 a minute; the network can squeeze two minutes' together.</summary>
    public const int MaxSentPerMinute = 110;

    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _frame = new();
    private readonly ArrayBufferWriter<byte> _payload = new();
    private readonly ZlibStreamInflater? _inflater = compressed ? new ZlibStreamInflater() : null;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SlidingWindow _sent = new(MaxSentPerMinute, TimeSpan.FromMinutes(1), time);

    public int? CloseCode => (int?)_socket.CloseStatus;

    public async Task ConnectAsync(Uri url, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        await _socket.ConnectAsync(url, either.Token);
    }

    /// <summary>The next payload; null when the other side closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="JsonException">It was not JSON.</exception>
    /// <exception cref="InvalidDataException">It was not zlib.</exception>
    public async ValueTask<GatewayPayload?> ReceiveAsync(CancellationToken cancellation)
    {
        _payload.ResetWrittenCount();
        while (await ReceiveFrameAsync(cancellation))
        {
            if (_inflater is null) return Parse(_frame.WrittenSpan);
            if (_inflater.TryInflate(_frame.WrittenSpan, _payload)) return Parse(_payload.WrittenSpan);
        }

        return null;
    }

    /// <exception cref="InvalidOperationException">The payload is longer than Discord takes.</exception>
    public async Task SendAsync<T>(OutgoingPayload<T> payload, JsonTypeInfo<OutgoingPayload<T>> type, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        if (bytes.Length > MaxPayloadBytes) throw new InvalidOperationException($"A gateway payload of {bytes.Length} bytes is over Discord's {MaxPayloadBytes}.");

        await _sending.WaitAsync(cancellation);
        try
        {
            await _sent.TakeAsync(cancellation);
            // Cancelling a send would cut the link; whoever gives up waiting for it does that in order.
            var send = _socket.SendAsync(bytes, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
            if (send.IsCompletedSuccessfully) return;

            await send.AsTask().WaitAsync(SendTimeout, time, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says good-bye so that the session stays open; false when the link is dead already.</summary>
    public async Task<bool> LeaveAsync()
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        try
        {
            if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return false;

            await _socket.CloseOutputAsync((WebSocketCloseStatus)Gateway.CloseCode.Leaving, null, timeout.Token);
            return true;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _inflater?.Dispose();
        _sending.Dispose();
    }

    private static GatewayPayload Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayPayload) ?? throw new JsonException("The payload is null.");

    private async ValueTask<bool> ReceiveFrameAsync(CancellationToken cancellation)
    {
        _frame.ResetWrittenCount();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_frame.GetMemory(4096), cancellation);
            if (received.MessageType == WebSocketMessageType.Close) return false;

            _frame.Advance(received.Count);
            if (received.EndOfMessage) return true;
        }
    }
}
