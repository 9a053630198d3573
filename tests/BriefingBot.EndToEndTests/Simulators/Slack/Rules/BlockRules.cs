using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Rules;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks: which blocks there are, and how much they hold.</summary>
internal sealed class BlockRules(BlockErrors errors)
{
    public const int MaxMarkdown = 12_000;
    private static readonly string[] OnlyInMessages = ["context_actions", "markdown"];
    private readonly HashSet<string> _blockIds = [];
    private readonly ElementRules _elements = new(errors);

    public void Check(JsonObject owner, string at, int max, bool isMessage)
    {
        var blocks = errors.List(owner, "blocks", at, 0, max);
        for (var i = 0; i < blocks.Count; i++) Block(blocks[i], $"{at}/blocks/{i}", isMessage);
    }

    private void Block(JsonObject block, string at, bool isMessage)
    {
        if (errors.Text(block, "block_id", at, 255) is { } id && !_blockIds.Add(id)) errors.Add($"block_id already exists: {id}", $"{at}/block_id");
        var type = block["type"].AsString();
        if (!isMessage && OnlyInMessages.Contains(type)) errors.Add($"unsupported type: {type}", $"{at}/type");
        else Content(block, type, at);
    }

    private void Content(JsonObject block, string? type, string at)
    {
        switch (type)
        {
            case "section": Section(block, at); break;
            case "header": errors.TextObject(block, "text", at, 150, required: true, plainOnly: true); break;
            case "markdown": errors.Text(block, "text", at, MaxMarkdown, required: true); break;
            case "context": Context(block, at); break;
            case "actions": _elements.CheckAll(block, at, 25, ElementRules.Actions); break;
            case "context_actions": _elements.CheckAll(block, at, 5, ElementRules.ContextActions); break;
            case "input": Input(block, at); break;
            case "image": ElementRules.Image(block, at, errors); errors.TextObject(block, "title", at, 2000, plainOnly: true); break;
            case "rich_text": errors.List(block, "elements", at, 0, int.MaxValue); break;

            // Accepted as they are; the schemas of @slack/types know their structure.
            case "alert" or "card" or "carousel" or "container" or "data_table" or "divider" or "plan" or "table" or "task_card" or "video": break;
            default: errors.Add($"unsupported type: {type}", $"{at}/type"); break;
        }
    }

    private void Section(JsonObject block, string at)
    {
        if (block["text"] is null && block["fields"] is null) errors.Missing("text", at);
        errors.TextObject(block, "text", at, 3000);
        var fields = errors.List(block, "fields", at, 0, 10);
        for (var i = 0; i < fields.Count; i++) errors.CheckTextObject(fields[i], $"{at}/fields/{i}", 2000, plainOnly: false);
        if (block["accessory"] is JsonObject accessory) _elements.Check(accessory, $"{at}/accessory", ElementRules.Accessories);
    }

    private void Context(JsonObject block, string at)
    {
        var elements = errors.List(block, "elements", at, 1, 10);
        for (var i = 0; i < elements.Count; i++)
        {
            var path = $"{at}/elements/{i}";
            if (elements[i]["type"].AsString() == "image") ElementRules.Image(elements[i], path, errors);
            else errors.CheckTextObject(elements[i], path, 3000, plainOnly: false);
        }
    }

    private void Input(JsonObject block, string at)
    {
        errors.TextObject(block, "label", at, 2000, required: true, plainOnly: true);
        errors.TextObject(block, "hint", at, 2000, plainOnly: true);
        if (block["element"] is JsonObject element) _elements.Check(element, $"{at}/element", ElementRules.Inputs);
        else errors.Missing("element", at);
    }
}
