using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BriefingBot.EndToEndTests.Simulators.Slack.SocketMode;

/// <summary>One socket: messages in and out, in order, until either side closes.</summary>
internal sealed class SocketConnection(SocketServer server, WebSocket socket, Action abort, Journal journal)
{
    private readonly Channel<JsonObject?> _outgoing = Channel.CreateUnbounded<JsonObject?>();
    private volatile bool _closing;

    /// <summary>Slack has asked the client to go; other sockets get what is new.</summary>
    public bool IsLeaving { get; set; }

    public void Send(string what, JsonObject message)
    {
        journal.Add(Traffic.SocketOut, what, message);
        _outgoing.Writer.TryWrite((JsonObject)message.DeepClone());
    }

    public void Close()
    {
        _closing = true;
        journal.Add(Traffic.SocketClosedByServer, "close 1000", status: 1000);
        _outgoing.Writer.TryWrite(null);
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
        try
        {
            await ReadAsync(cancellation);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The line is dead; what was not acknowledged comes again.
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            server.Detach(this);
            await writing;
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                if (_closing) return;
                journal.Add(Traffic.SocketClosedByClient, $"close {(int?)socket.CloseStatus}", status: (int?)socket.CloseStatus ?? 1005);
                _closing = true;
                _outgoing.Writer.TryWrite(null);
                return;
            }

            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            if (Parse(message.ToArray()) is { } json) server.Receive(json);
            message.SetLength(0);
        }
    }

    private static JsonObject? Parse(byte[] text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                if (message is null) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellation);
                else await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The line is dead; what was not acknowledged comes again.
        }
    }
}
