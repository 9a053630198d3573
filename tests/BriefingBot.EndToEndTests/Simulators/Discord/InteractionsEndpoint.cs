using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rest;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>
/// Sends interactions over HTTP, signed with Ed25519 over the timestamp and the raw body
/// (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint).
/// </summary>
internal sealed class InteractionsEndpoint(SimulatorSettings settings, World world, Journal journal, InteractionRoutes responses) : IDisposable
{
    private readonly Ed25519PrivateKeyParameters _key = new(new SecureRandom());
    private readonly HttpClient _http = new();

    public Uri? Url { get; private set; }

    /// <summary>What the portal shows as the application's public key: 64 hexadecimal digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.GeneratePublicKey().GetEncoded());

    /// <summary>As the portal does when the URL is saved: a good PING must get type 1, and a badly signed one 401.</summary>
    public async Task SetAsync(Uri url)
    {
        var ping = new JsonObject { ["type"] = 1, ["id"] = world.NextId().ToString(), ["application_id"] = world.Bot.Id.ToString(), ["token"] = "ping", ["version"] = 1 };
        var (status, answer) = await SendAsync(url, ping, genuine: true);
        if (status != HttpStatusCode.OK || answer?["type"].AsInt() != 1) throw new InvalidOperationException($"The endpoint answered a PING with {(int)status} {answer?.ToJsonString()}.");
        (status, _) = await SendAsync(url, ping, genuine: false);
        if (status != HttpStatusCode.Unauthorized) throw new InvalidOperationException($"The endpoint answered a badly signed PING with {(int)status}, not 401.");
        Url = url;
    }

    public async Task DeliverAsync(SimInteraction interaction)
    {
        HttpStatusCode status;
        JsonObject? answer;
        try
        {
            (status, answer) = await SendAsync(Url!, interaction.ToJson(), genuine: true);
        }
        catch (HttpRequestException exception)
        {
            // The person is told that the application did not respond; nothing is tried again.
            journal.Add(Traffic.HttpInteraction, exception.Message);
            return;
        }

        lock (world.Sync)
        {
            // 202 says that the callback route is used instead; too late an answer is not shown.
            if (status != HttpStatusCode.OK || answer is null || interaction.ResponseType is not null || world.Now - interaction.CreatedAt > SimInteraction.ResponseTime) return;
            responses.Respond(interaction, answer);
        }
    }

    /// <summary>Posts <paramref name="body"/>; with a signature of other bytes when it is not <paramref name="genuine"/>.</summary>
    public async Task<(HttpStatusCode Status, JsonObject? Answer)> SendAsync(Uri url, JsonObject body, bool genuine)
    {
        var timestamp = settings.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", Sign(genuine ? timestamp : timestamp + "0", bytes));
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = response.IsSuccessStatusCode && text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null;
        journal.Add(Traffic.HttpInteraction, url.AbsolutePath, body, (int)response.StatusCode, answer);
        return (response.StatusCode, answer);
    }

    public string Sign(string timestamp, byte[] body)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(Encoding.UTF8.GetBytes(timestamp));
        signer.BlockUpdate(body);
        return Convert.ToHexStringLower(signer.GenerateSignature());
    }

    public void Dispose() => _http.Dispose();
}
