using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>
/// Posts deliveries to the app's own addresses, signed (https://docs.slack.dev/authentication/verifying-requests-from-slack).
/// While they are set, nothing goes over sockets.
/// </summary>
internal sealed class RequestUrls(SimulatorSettings settings, World world, Journal journal) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly List<Task> _sending = [];
    private Uri? _events;
    private Uri? _commands;
    private Uri? _interactivity;

    public bool AreSet => _events is not null;

    /// <summary>As the app's page does when the URL is saved: the app must answer the challenge. Commands and interactivity go to <paramref name="events"/> unless they have their own.</summary>
    public async Task SetAsync(Uri events, Uri? commands = null, Uri? interactivity = null)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var request = new JsonObject { ["token"] = "verification-token", ["challenge"] = challenge, ["type"] = "url_verification" };
        var (status, answer) = await SendAsync(events, request.ToJsonString(), "application/json");
        var echoed = status == 200 && (answer.Trim() == challenge || Parse(answer)?["challenge"].AsString() == challenge);
        if (!echoed) throw new InvalidOperationException($"The URL answered the challenge with {status} {answer}.");
        lock (world.Sync) (_events, _commands, _interactivity) = (events, commands ?? events, interactivity ?? events);
    }

    /// <summary>Back to sockets.</summary>
    public void Clear()
    {
        lock (world.Sync) (_events, _commands, _interactivity) = (null, null, null);
    }

    /// <summary>Posts a delivery; <paramref name="done"/> hears how it failed, or null.</summary>
    public void Send(SimDelivery delivery, int retry, Action<string?> done) => _sending.Add(DeliverAsync(delivery, retry, done));

    public Task FinishAsync()
    {
        lock (world.Sync) return Task.WhenAll(_sending);
    }

    /// <summary>The value of X-Slack-Signature.</summary>
    public string Sign(string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.SigningSecret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    /// <summary>Posts <paramref name="body"/>; signed for other bytes when it is not <paramref name="genuine"/>, and as long ago as <paramref name="age"/>.</summary>
    public async Task<(int Status, string Answer)> SendAsync(Uri url, string body, string contentType, bool genuine = true, TimeSpan age = default, int retry = 0, string reason = "", CancellationToken cancellation = default)
    {
        var timestamp = (settings.Time.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(timestamp, genuine ? body : body + " "));
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason);
        }

        using var response = await _http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        journal.Add(Traffic.RequestUrl, url.AbsolutePath, JsonValue.Create(body), (int)response.StatusCode, JsonValue.Create(answer));
        return ((int)response.StatusCode, answer);
    }

    public void Dispose() => _http.Dispose();

    private async Task DeliverAsync(SimDelivery delivery, int retry, Action<string?> done)
    {
        var (url, body, type) = Request(delivery);
        try
        {
            using var deadline = new CancellationTokenSource(settings.AcknowledgeWithin, settings.Time);
            var (status, answer) = await SendAsync(url, body, type, retry: retry, reason: delivery.Failure, cancellation: deadline.Token);
            delivery.Response = Parse(answer) ?? (answer.Length > 0 ? new JsonObject { ["text"] = answer } : null);
            done(status is >= 200 and < 300 ? null : "http_error");
        }
        catch (OperationCanceledException)
        {
            done("http_timeout");
        }
        catch (HttpRequestException)
        {
            done("connection_failed");
        }
    }

    private (Uri Url, string Body, string Type) Request(SimDelivery delivery) => delivery.Type switch
    {
        SimDelivery.Events => (_events!, delivery.Payload.ToJsonString(), "application/json"),
        SimDelivery.SlashCommand => (_commands!, Form(delivery.Payload.Select(field => KeyValuePair.Create(field.Key, field.Value?.ToString() ?? ""))), "application/x-www-form-urlencoded"),
        _ => (_interactivity!, Form([KeyValuePair.Create("payload", delivery.Payload.ToJsonString())]), "application/x-www-form-urlencoded"),
    };

    private static string Form(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
