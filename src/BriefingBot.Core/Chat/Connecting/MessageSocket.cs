using System.Buffers;
using System.Net.WebSockets;

namespace BriefingBot.Chat.Connecting;

/// <summary>A WebSocket of whole messages: text goes out, and what comes in is handed on as bytes.</summary>
public sealed class MessageSocket(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _message = new();
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>The other side's; null while it has not closed.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Asks the other side for a sign of life, and breaks off when none comes. By the system's clock, as WebSockets know no other.</summary>
    /// <param name="interval">Between pings while nothing else is heard.</param>
    /// <param name="timeout">For the answer.</param>
    public void Ping(TimeSpan interval, TimeSpan timeout)
    {
        _socket.Options.KeepAliveInterval = interval;
        _socket.Options.KeepAliveTimeout = timeout;
    }

    public async Task ConnectAsync(Uri url, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        await _socket.ConnectAsync(url, either.Token);
    }

    /// <summary>The next message, valid until the one after it is asked for; null when the other side closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_message.GetMemory(4096), cancellation);
            if (received.MessageType == WebSocketMessageType.Close) return null;

            _message.Advance(received.Count);
            if (received.EndOfMessage) return _message.WrittenMemory;
        }
    }

    /// <exception cref="TimeoutException">It did not go out in time.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            // Cancelling a send would cut the link; whoever gives up waiting for it does that in order.
            var send = _socket.SendAsync(text, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
            if (send.IsCompletedSuccessfully) return;

            await send.AsTask().WaitAsync(SendTimeout, time, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says good-bye; false when the link is dead already.</summary>
    public async Task<bool> LeaveAsync(int closeCode)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        try
        {
            if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return false;

            await _socket.CloseOutputAsync((WebSocketCloseStatus)closeCode, null, timeout.Token);
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
        _sending.Dispose();
    }
}
