using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>
/// A call's arguments, whether they came as JSON, as a form or in the query
/// (https://docs.slack.dev/apis/web-api/#posting_json). Forms hold structured arguments as JSON text.
/// </summary>
internal sealed class ApiRequest(JsonObject arguments, string? token, bool isJson)
{
    private static readonly string[] Structured = ["attachments", "blocks", "chunks", "loading_messages", "metadata", "prompts", "view"];
    private static readonly string[] Booleans = ["as_user", "include_all_metadata", "inclusive", "link_names", "mrkdwn", "reply_broadcast", "return_im", "unfurl_links", "unfurl_media"];

    public JsonObject Arguments { get; } = arguments;

    public string? Token { get; } = token;

    public bool IsJson { get; } = isJson;

    /// <summary>The same call as a method sees it that reads no JSON.</summary>
    public ApiRequest WithoutArguments => new([], Token, isJson: false);

    public string? Text(string name) => Arguments[name].AsString();

    public string Required(string name, string error = "invalid_arguments") => Text(name) is { Length: > 0 } text ? text
        : throw (error == "invalid_arguments" ? ApiException.InvalidArguments($"missing required field: {name}") : new ApiException(error));

    public bool Flag(string name) => Arguments[name].AsBool() == true;

    public static async Task<ApiRequest> ReadAsync(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : null;
        if (request.HasJsonContentType()) return new ApiRequest(await ReadJsonAsync(request), token, isJson: true);
        var fields = request.Query.Concat(request.HasFormContentType ? await request.ReadFormAsync() : []);
        var arguments = new JsonObject();
        foreach (var (name, values) in fields)
        {
            if (name == "token") token ??= values.ToString();
            else arguments[name] = Value(name, values.ToString());
        }

        return new ApiRequest(arguments, token, isJson: false);
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject ?? throw new ApiException("json_not_object");
        }
        catch (JsonException)
        {
            throw new ApiException("invalid_json");
        }
    }

    private static JsonNode? Value(string name, string text)
    {
        if (Booleans.Contains(name)) return JsonValue.Create(text is "true" or "1");
        if (!Structured.Contains(name) || text.Length == 0) return JsonValue.Create(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new ApiException(name switch { "blocks" => "invalid_blocks_format", "metadata" => "invalid_metadata_format", "attachments" => "invalid_attachments", _ => "invalid_arguments" });
        }
    }
}

/// <summary>Calls a minute (https://docs.slack.dev/apis/web-api/rate-limits).</summary>
internal enum Tier
{
    One = 1,
    Two = 20,
    Three = 50,
    Four = 100,

    /// <summary>One a second in each channel, short bursts tolerated.</summary>
    Posting = 0,

    Special = 600,
}

/// <param name="Scopes">One of these is enough; none when empty.</param>
internal sealed record ApiMethod(string Name, Tier Tier, Func<ApiRequest, JsonObject> Handle, params string[] Scopes)
{
    /// <summary>The app-level token is asked for in place of the bot's.</summary>
    public bool TakesAppToken { get; init; }

    /// <summary>Arguments sent as JSON are not read.</summary>
    public bool FormOnly { get; init; }
}
