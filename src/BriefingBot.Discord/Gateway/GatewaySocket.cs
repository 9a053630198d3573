using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Chat.Connecting;

namespace BriefingBot.Discord.Gateway;

/// <summary>A WebSocket that speaks the gateway's payloads and keeps to the limits on sending.</summary>
internal sealed class GatewaySocket(bool compressed, TimeProvider time) : IDisposable
{
    /// <summary>https://discord.com/developers/docs/events/gateway#sending-events</summary>
    public const int MaxPayloadBytes = 4096;

    /// <summary>https://discord.com/developers/docs/events/gateway#rate-limiting allows 120 a minute; the network can squeeze two minutes' together.</summary>
    public const int MaxSentPerMinute = 110;

    private readonly MessageSocket _socket = new(time);
    private readonly ArrayBufferWriter<byte> _payload = new();
    private readonly ZlibStreamInflater? _inflater = compressed ? new ZlibStreamInflater() : null;
    private readonly SlidingWindow _sent = new(MaxSentPerMinute, TimeSpan.FromMinutes(1), time);

    public int? CloseCode => _socket.CloseCode;

    public Task ConnectAsync(Uri url, CancellationToken cancellation) => _socket.ConnectAsync(url, cancellation);

    /// <summary>The next payload; null when the other side closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="JsonException">It was not JSON.</exception>
    /// <exception cref="InvalidDataException">It was not zlib.</exception>
    public async ValueTask<GatewayPayload?> ReceiveAsync(CancellationToken cancellation)
    {
        _payload.ResetWrittenCount();
        while (await _socket.ReceiveAsync(cancellation) is { } frame)
        {
            if (_inflater is null) return Parse(frame.Span);
            if (_inflater.TryInflate(frame.Span, _payload)) return Parse(_payload.WrittenSpan);
        }

        return null;
    }

    /// <exception cref="InvalidOperationException">The payload is longer than Discord takes.</exception>
    public async Task SendAsync<T>(OutgoingPayload<T> payload, JsonTypeInfo<OutgoingPayload<T>> type, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        if (bytes.Length > MaxPayloadBytes) throw new InvalidOperationException($"A gateway payload of {bytes.Length} bytes is over Discord's {MaxPayloadBytes}.");

        await _sent.TakeAsync(cancellation);
        await _socket.SendAsync(bytes, cancellation);
    }

    /// <summary>Says good-bye so that the session stays open; false when the link is dead already.</summary>
    public Task<bool> LeaveAsync() => _socket.LeaveAsync(Gateway.CloseCode.Leaving);

    public void Dispose()
    {
        _socket.Dispose();
        _inflater?.Dispose();
    }

    private static GatewayPayload Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayPayload) ?? throw new JsonException("The payload is null.");
}
