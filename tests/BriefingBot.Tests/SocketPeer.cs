using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Tests;

/// <summary>The platform's side of one connection.</summary>
internal class SocketPeer(WebSocket socket, string address, Action abort) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => address;

    public Task Over => _over.Task;

    public Task SayAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

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

    public void Abort()
    {
        abort();
        _over.TrySetResult();
    }

    public virtual void Dispose()
    {
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
