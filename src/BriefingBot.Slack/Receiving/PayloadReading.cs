using System.Text.Json;

namespace BriefingBot.Slack.Receiving;

/// <summary>Payloads are read where they are used: of each, the bot needs a few fields, and Slack adds some at any time.</summary>
internal static class PayloadReading
{
    /// <summary>The text at this path; empty when there is none.</summary>
    public static string Text(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static bool IsTrue(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) is { ValueKind: JsonValueKind.True };

    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return null;
        }

        return json;
    }

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
