using System.Globalization;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Rules;

/// <summary>
/// Collects what is wrong with blocks in Slack's words. Lengths are counted in code points: a simulator stricter than the
/// service would be wrong.
/// </summary>
internal sealed class BlockErrors
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public void Add(string message, string at) => _messages.Add($"{message} [json-pointer:{at}]");

    /// <summary>A string of 1 to <paramref name="max"/> characters; missing is allowed unless <paramref name="required"/>.</summary>
    public string? Text(JsonObject owner, string field, string at, int max, bool required = false)
    {
        if (owner[field] is not { } node)
        {
            if (required) Missing(field, at);
            return null;
        }

        if (node.AsString() is not { } text) Add($"must be a string", $"{at}/{field}");
        else if (text.Length == 0 && required) Add("must be more than 0 characters", $"{at}/{field}");
        else if (Length(text) > max) Add(Invariant($"must be less than {max + 1} characters"), $"{at}/{field}");
        else return text;
        return null;
    }

    /// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</summary>
    public void TextObject(JsonObject owner, string field, string at, int max, bool required = false, bool plainOnly = false)
    {
        if (owner[field] is not { } node)
        {
            if (required) Missing(field, at);
            return;
        }

        CheckTextObject(node, $"{at}/{field}", max, plainOnly);
    }

    public void CheckTextObject(JsonNode? node, string at, int max, bool plainOnly)
    {
        if (node is not JsonObject text) Add("must be an object", at);
        else if (text["type"].AsString() is var type && type != "plain_text" && (plainOnly || type != "mrkdwn")) Add($"unsupported type: {type}", $"{at}/type");
        else Text(text, "text", at, max, required: true);
    }

    public IReadOnlyList<JsonObject> List(JsonObject owner, string field, string at, int min, int max)
    {
        if (owner[field] is not { } node)
        {
            if (min > 0) Missing(field, at);
            return [];
        }

        if (node is not JsonArray list) Add("must be an array", $"{at}/{field}");
        else if (list.Count < min) Add(Invariant($"no less than {min} items allowed"), $"{at}/{field}");
        else if (list.Count > max) Add(Invariant($"no more than {max} items allowed"), $"{at}/{field}");
        else if (list.Any(item => item is not JsonObject)) Add("must be objects", $"{at}/{field}");
        else return [.. list.OfType<JsonObject>()];
        return [];
    }

    public void Missing(string field, string at) => Add($"missing required field: {field}", at);

    public static int Length(string text) => text.EnumerateRunes().Count();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
