using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>How a text is read: <c>plain_text</c>, <c>mrkdwn</c> or <c>markdown</c>.</summary>
internal readonly record struct BlockText(string Format, string Text);

/// <summary>Finds texts and interactive elements at any depth of blocks.</summary>
internal static class BlockTree
{
    /// <summary>Everything that has an action_id.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? blocks) => Objects(blocks).Where(part => part["action_id"] is not null);

    public static IEnumerable<BlockText> Texts(JsonNode? blocks)
    {
        foreach (var part in Objects(blocks))
        {
            if (part["text"].AsString() is not { } text) continue;
            switch (part["type"].AsString())
            {
                case "mrkdwn": yield return new BlockText("mrkdwn", text); break;
                case "markdown" or "markdown_text": yield return new BlockText("markdown", text); break;
                default: yield return new BlockText("plain_text", text); break;
            }
        }
    }

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Objects(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    /// <summary>Gives blocks and interactive elements the ids that Slack makes up where the app named none.</summary>
    public static JsonArray WithIds(JsonNode? blocks, Func<string> nextId)
    {
        var named = blocks?.DeepClone() as JsonArray ?? [];
        foreach (var block in named.Objects()) block["block_id"] ??= nextId();
        foreach (var element in Objects(named).Where(part => part["type"].AsString() is { } type && IsInteractive(type))) element["action_id"] ??= nextId();
        return named;
    }

    private static bool IsInteractive(string type) =>
        type is "button" or "checkboxes" or "overflow" or "radio_buttons" or "datepicker" or "timepicker" or "feedback_buttons" or "icon_button"
        || type.EndsWith("_select", StringComparison.Ordinal) || type.EndsWith("_input", StringComparison.Ordinal);
}
