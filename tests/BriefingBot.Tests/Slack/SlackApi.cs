using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace BriefingBot.Tests.Slack;

/// <summary>Slack's Web API as far as the bot uses it: it keeps messages and their metadata, and drops no repetitions.</summary>
internal sealed class SlackApi : HttpMessageHandler
{
    public const string Me = "U99";
    public const string Team = "T1";

    private readonly Dictionary<string, Queue<string>> _refusals = new(StringComparer.Ordinal);
    private int _posted;

    public List<(string Method, JsonObject Body)> Calls { get; } = [];

    /// <summary>What is in the channels, the bot's own.</summary>
    public List<JsonObject> Messages { get; } = [];

    /// <summary>Fields of users that are unlike a full member's.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    public string Scopes { get; set; } = "";

    /// <summary>Called once a call was carried out; throw to lose its response.</summary>
    public Action<string> Done { get; set; } = _ => { };

    /// <summary>Methods in their order, without those that only ask who somebody is.</summary>
    public IEnumerable<string> Methods => Calls.Select(c => c.Method).Where(m => m is not ("auth.test" or "users.info"));

    public IEnumerable<JsonObject> Bodies(string method) => Calls.Where(c => c.Method == method).Select(c => c.Body);

    /// <summary>The next calls of the method are refused with these.</summary>
    public SlackApi Refuse(string method, params string[] codes)
    {
        _refusals[method] = new Queue<string>(codes);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.AbsolutePath[(request.RequestUri.AbsolutePath.LastIndexOf('/') + 1)..];
        var content = await request.Content!.ReadAsStringAsync(cancellationToken);
        var body = request.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(content)!.AsObject() : Form(content);
        Calls.Add((method, body));
        var result = _refusals.TryGetValue(method, out var codes) && codes.TryDequeue(out var code) ? new JsonObject { ["ok"] = false, ["error"] = code } : Carry(method, body);
        Done(method);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(result.ToJsonString(), Encoding.UTF8, "application/json") };
        if (method == "auth.test") response.Headers.Add("X-OAuth-Scopes", Scopes);
        return response;
    }

    private JsonObject Carry(string method, JsonObject body) => method switch
    {
        "auth.test" => Ok($$"""{"user_id":"{{Me}}","user":"briefings","team_id":"{{Team}}","team":"Town"}"""),
        "users.info" => Ok($$"""{"user":{"id":"{{Text(body, "user")}}","team_id":"{{Team}}"} }""", Users.GetValueOrDefault(Text(body, "user"))),
        "chat.postMessage" => Post(body),
        "chat.startStream" => Post(body),
        "chat.postEphemeral" => Ok($$"""{"message_ts":"{{NextTs()}}"}"""),
        "chat.update" => Update(body),
        "conversations.replies" => Page(m => Text(m, "thread_ts") == Text(body, "ts")),
        "conversations.history" => Page(m => Text(m, "thread_ts").Length == 0),
        "views.publish" => Ok("""{"view":{"id":"V1"}}"""),
        "chat.appendStream" or "chat.stopStream" or "assistant.threads.setStatus" or "assistant.threads.setSuggestedPrompts" or "assistant.threads.setTitle" or "response" => Ok("{}"),
        _ => throw new InvalidOperationException($"The bot is not known to call {method}."),
    };

    private JsonObject Post(JsonObject body)
    {
        var message = new JsonObject { ["ts"] = NextTs(), ["user"] = Me };
        foreach (var name in new[] { "channel", "thread_ts", "text", "metadata" }) if (body[name] is { } value) message[name] = value.DeepClone();
        Messages.Add(message);
        return Ok($$"""{"channel":"{{Text(body, "channel")}}","ts":"{{Text(message, "ts")}}"}""");
    }

    private JsonObject Update(JsonObject body)
    {
        var message = Messages.Single(m => Text(m, "ts") == Text(body, "ts"));
        foreach (var name in new[] { "text", "metadata" }) if (body[name] is { } value) message[name] = value.DeepClone();
        return Ok($$"""{"channel":"{{Text(body, "channel")}}","ts":"{{Text(body, "ts")}}"}""");
    }

    private JsonObject Page(Func<JsonObject, bool> which) => new() { ["ok"] = true, ["messages"] = new JsonArray([.. Messages.Where(which).Select(m => m.DeepClone())]) };

    private static JsonObject Ok(string json, string? more = null)
    {
        var result = JsonNode.Parse(json)!.AsObject();
        result["ok"] = true;
        if (more is not null) foreach (var (name, value) in JsonNode.Parse(more)!.AsObject()) result["user"]![name] = value!.DeepClone();
        return result;
    }

    private string NextTs() => $"1767600000.{++_posted:000000}";

    private static string Text(JsonObject json, string name) => json[name]?.GetValue<string>() ?? "";

    private static JsonObject Form(string content)
    {
        var form = HttpUtility.ParseQueryString(content);
        return new JsonObject(form.AllKeys.Select(k => KeyValuePair.Create(k!, (JsonNode?)form[k])));
    }
}
