using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators;

/// <summary>Reads values of untrusted JSON: null where the type is another.</summary>
internal static class JsonReading
{
    public static string? AsString(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static int? AsInt(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static bool? AsBool(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static bool IsNumber(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    /// <summary>Ids are strings, and numbers are taken, too.</summary>
    public static ulong? AsId(this JsonNode? node) => ulong.TryParse(node is JsonValue ? node.ToString() : null, out var id) ? id : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node is JsonArray array ? array.OfType<JsonObject>() : [];
}
