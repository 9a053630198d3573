using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>A matched call: the ids from its path, its query and its body.</summary>
internal sealed record RestRequest(Route Route, IReadOnlyDictionary<string, string> Values, IQueryCollection Query, JsonNode? Body, int Files)
{
    /// <summary>The body as a form; anything else is refused.</summary>
    public JsonObject Form => Body as JsonObject ?? (Body is null ? [] : throw ApiException.InvalidJson);

    public ulong Id(string name) => ulong.TryParse(Values[name], out var id) ? id : throw NotSnowflake(name);

    public SimChannel Channel(World world)
    {
        if (!world.Channels.TryGetValue(Id("channel"), out var channel)) throw ApiException.UnknownChannel;
        return channel.BotMayView ? channel : throw ApiException.MissingAccess;
    }

    private ApiException NotSnowflake(string name) => new(400, 50035, "Invalid Form Body", new JsonObject
    {
        [name + "_id"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "NUMBER_TYPE_COERCE", ["message"] = $"Value \"{Values[name]}\" is not snowflake." }) },
    });
}

/// <param name="Body">Null for 204.</param>
internal sealed record RestReply(int Status, JsonNode? Body = null)
{
    public static RestReply NoContent { get; } = new(204);

    public static RestReply Ok(JsonNode body) => new(200, body);
}

/// <param name="Needs">What the caller has to show: the bot's token, or an id and token in the path.</param>
/// <param name="Limit">Calls per window in one bucket.</param>
internal sealed record Route(string Method, string Template, Func<RestRequest, RestReply> Handle, Credential Needs = Credential.BotToken, int Limit = 50, double WindowSeconds = 1)
{
    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path's values, or null when it is another path.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != Segments.Length) return null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (Segments[i][0] == '{') values[Segments[i][1..^1]] = path[i];
            else if (Segments[i] != path[i]) return null;
        }

        return values;
    }
}

internal enum Credential
{
    None,
    BotToken,
    InteractionToken,
}
