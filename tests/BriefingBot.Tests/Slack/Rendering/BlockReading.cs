using System.Text.Json.Nodes;

namespace BriefingBot.Tests.Slack.Rendering;

/// <summary>Finds things in blocks.</summary>
internal static class BlockReading
{
    /// <summary>Every object in it, with itself, in reading order.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(p => p.Value.Objects()).Prepend(json),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, params string[] types) => node.Objects().Where(o => types.Contains(o.Type()));

    public static string Type(this JsonObject json) => json["type"] is JsonValue value ? value.GetValue<string>() : "";

    public static string Text(this JsonObject json, string name = "text") => json[name]!.GetValue<string>();

    /// <summary>What a person reads.</summary>
    public static string Visible(this JsonNode? blocks) => string.Concat(blocks.Objects("text", "link", "plain_text").Select(o => o.Text()));

    /// <summary>The values of the buttons, in their order.</summary>
    public static IEnumerable<string> Values(this JsonNode? blocks) => blocks.Objects().Where(o => o.ContainsKey("value")).Select(o => o.Text("value"));
}
