using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>A client with no manners of its own, for testing what the simulator takes and refuses.</summary>
internal sealed class RawClient(DiscordSimulator simulator) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _socket = new();
    private MemoryStream? _compressed;
    private ZLibStream? _inflater;

    public string Token { get; init; } = simulator.Token;

    public string UserAgent { get; init; } = "DiscordBot (https://example.org, 1)";

    public HttpResponseHeaders Headers { get; private set; } = null!;

    public async Task<(int Status, JsonNode? Body)> CallAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), simulator.ApiUrl + "/v10/" + path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bot " + Token);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Headers = response.Headers;
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>The error code of a refused call, 0 when it was accepted.</summary>
    public async Task<int> ErrorAsync(string method, string path, JsonNode? body = null)
    {
        var (status, answer) = await CallAsync(method, path, body);
        return status < 300 ? 0 : answer!["code"]!.GetValue<int>();
    }

    public async Task ConnectAsync(string query = "?v=10&encoding=json", string? url = null)
    {
        await _socket.ConnectAsync(new Uri((url ?? simulator.GatewayUrl) + query), CancellationToken.None);
        if (!query.Contains("zlib-stream", StringComparison.Ordinal)) return;
        _compressed = new MemoryStream();
        _inflater = new ZLibStream(_compressed, CompressionMode.Decompress);
    }

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task IdentifyAsync(Intents intents = Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages, int[]? shard = null)
    {
        var data = new JsonObject { ["token"] = Token, ["intents"] = (int)intents, ["properties"] = new JsonObject { ["$os"] = "linux", ["$browser"] = "raw", ["$device"] = "raw" } };
        if (shard is not null) data["shard"] = new JsonArray([.. shard.Select(number => JsonValue.Create(number))]);
        return SendAsync(2, data);
    }

    /// <summary>Connects, identifies and gives READY's data.</summary>
    public async Task<JsonNode> LoginAsync(Intents intents = Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages, int[]? shard = null)
    {
        await ConnectAsync();
        await IdentifyAsync(intents, shard);
        return (await EventAsync("READY"))["d"]!;
    }

    public async Task ResumeAsync(JsonNode ready, int sequence)
    {
        await ConnectAsync(url: ready["resume_gateway_url"]!.GetValue<string>());
        await SendAsync(6, new JsonObject { ["token"] = Token, ["session_id"] = ready["session_id"]!.DeepClone(), ["seq"] = sequence });
    }

    /// <summary>The next frame that <paramref name="wanted"/> accepts.</summary>
    public async Task<JsonNode> FrameAsync(Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            if (await ReadAsync() is not { } frame) throw new InvalidOperationException($"Closed with {_socket.CloseStatus}.");
            if (wanted(frame)) return frame;
        }
    }

    public Task<JsonNode> EventAsync(string type) => FrameAsync(frame => frame["t"]?.GetValue<string>() == type);

    public Task<JsonNode> OpAsync(int op) => FrameAsync(frame => frame["op"]!.GetValue<int>() == op);

    public async Task<int> CloseCodeAsync()
    {
        while (await ReadAsync() is not null) { }
        return (int)_socket.CloseStatus!;
    }

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _http.Dispose();
        _inflater?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(part.MessageType == WebSocketMessageType.Binary ? Inflate(message.ToArray()) : message.ToArray());
        }
    }

    private byte[] Inflate(byte[] part)
    {
        _compressed!.SetLength(0);
        _compressed.Write(part);
        _compressed.Position = 0;
        var text = new byte[1024 * 1024];
        var length = 0;
        int read;
        while ((read = _inflater!.Read(text, length, text.Length - length)) > 0) length += read;
        return text[..length];
    }
}
