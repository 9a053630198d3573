using System.Text.Json;

namespace BriefingBot.Discord.Rest;

/// <summary>The body of an error or of a rate limit: https://discord.com/developers/docs/reference#error-messages.</summary>
internal sealed record RestError
{
    public string? Message { get; init; }

    public int? Code { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }

    public bool? Global { get; init; }

    /// <summary>A tree as deep as the request, with lists named <c>_errors</c> at its leaves.</summary>
    public JsonElement? Errors { get; init; }

    /// <summary>What is wrong with which field: <c>embeds.0.title: Must be 256 or fewer in length.</c></summary>
    public IEnumerable<string> Fields() => Errors is { ValueKind: JsonValueKind.Object } errors ? Below(errors, "") : [];

    private static IEnumerable<string> Below(JsonElement node, string path)
    {
        foreach (var member in node.EnumerateObject())
        {
            if (member.NameEquals("_errors") && member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in member.Value.EnumerateArray())
                {
                    var text = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) ? message.ToString() : error.ToString();
                    yield return path.Length > 0 ? $"{path}: {text}" : text;
                }
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var error in Below(member.Value, path.Length > 0 ? $"{path}.{member.Name}" : member.Name)) yield return error;
            }
        }
    }
}
