using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>A client with no manners of its own, for testing what the simulator takes and refuses.</summary>
internal sealed class RawClient(SlackSimulator simulator) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    public string? Token { get; set; } = simulator.BotToken;

    public int Status { get; private set; }

    public HttpResponseHeaders Headers { get; private set; } = null!;

    /// <summary>Calls a method with JSON arguments, and gives its answer.</summary>
    public Task<JsonObject> CallAsync(string method, JsonObject? arguments = null) => SendAsync(method, new StringContent((arguments ?? []).ToJsonString(), Encoding.UTF8, "application/json"));

    /// <summary>Calls a method with a form; structured fields are JSON text.</summary>
    public Task<JsonObject> FormAsync(string method, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(method, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>The error of a refused call, "" when it was accepted.</summary>
    public async Task<string> ErrorAsync(string method, JsonObject? arguments = null) => (await CallAsync(method, arguments))["error"].AsString() ?? "";

    public async Task<string> PostAsync(string channel, string text, Action<JsonObject>? more = null)
    {
        var arguments = new JsonObject { ["channel"] = channel, ["text"] = text };
        more?.Invoke(arguments);
        var answer = await CallAsync("chat.postMessage", arguments);
        return answer["ts"].AsString() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    public async Task<(int Status, string Answer)> RespondAsync(string responseUrl, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(responseUrl, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<string> OpenUrlAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, simulator.ApiUrl + "apps.connections.open");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", simulator.AppToken);
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["url"]!.GetValue<string>();
    }

    /// <summary>Asks for a socket's address, connects, and gives hello.</summary>
    public async Task<JsonObject> ConnectAsync()
    {
        await _socket.ConnectAsync(new Uri(await OpenUrlAsync()), CancellationToken.None);
        return await NextAsync("hello");
    }

    /// <summary>The next message of this type.</summary>
    public async Task<JsonObject> NextAsync(string type)
    {
        while (true)
        {
            var message = await ReadAsync() ?? throw new InvalidOperationException($"Closed with {_socket.CloseStatus}.");
            if (message["type"].AsString() == type) return message;
        }
    }

    /// <summary>The next message as it is.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage) return (JsonObject)JsonNode.Parse(message.ToArray())!;
        }
    }

    public Task AcknowledgeAsync(JsonObject envelope, JsonObject? payload = null) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.DeepClone(), ["payload"] = payload ?? [] }.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonObject> SendAsync(string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, simulator.ApiUrl + method) { Content = content };
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await _http.SendAsync(request);
        (Status, Headers) = ((int)response.StatusCode, response.Headers);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
