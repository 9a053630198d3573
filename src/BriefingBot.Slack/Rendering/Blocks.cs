using System.Text.Json.Nodes;

namespace BriefingBot.Slack.Rendering;

/// <summary>Paragraphs as blocks. Text goes into rich text and plain text objects only, in which Slack reads no markup.</summary>
internal static class Blocks
{
    public static JsonArray Of(IEnumerable<Paragraph> paragraphs)
    {
        var blocks = new JsonArray();
        var (elements, length) = (new List<JsonNode>(), 0);
        foreach (var paragraph in paragraphs)
        {
            var isRich = paragraph.Kind is not (ParagraphKind.Remark or ParagraphKind.Divider);
            if (!isRich || length + 1 + paragraph.Length > Limits.BlockText) Flush();
            if (isRich)
            {
                elements.Add(Element(paragraph, first: elements.Count == 0));
                length += 1 + paragraph.Length;
            }
            else
            {
                blocks.Add(paragraph.Kind == ParagraphKind.Divider ? new JsonObject { ["type"] = "divider" } : Context(paragraph));
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (elements.Count > 0) blocks.Add(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray([.. elements]) });
            (elements, length) = ([], 0);
        }
    }

    /// <summary>An emoji's name in it stays a name.</summary>
    public static JsonObject PlainText(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    private static JsonObject Context(Paragraph paragraph) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(PlainText(string.Concat(paragraph.Runs.Select(r => r.Text)))),
    };

    private static JsonObject Element(Paragraph paragraph, bool first) => paragraph.Kind switch
    {
        ParagraphKind.Quote => Section("rich_text_quote", paragraph.Runs),
        ParagraphKind.Bullet => new JsonObject
        {
            ["type"] = "rich_text_list",
            ["style"] = "bullet",
            ["elements"] = new JsonArray(Section("rich_text_section", paragraph.Runs)),
        },
        // Sections follow each other without a break of their own.
        _ => Section("rich_text_section", first ? paragraph.Runs : [new Run("\n"), .. paragraph.Runs]),
    };

    private static JsonObject Section(string type, IReadOnlyList<Run> runs) => new()
    {
        ["type"] = type,
        ["elements"] = new JsonArray([.. runs.Select(Text)]),
    };

    private static JsonObject Text(Run run)
    {
        var text = run.Url is null ? new JsonObject { ["type"] = "text", ["text"] = run.Text } : new JsonObject { ["type"] = "link", ["url"] = run.Url, ["text"] = run.Text };
        var style = new JsonObject();
        if (run.Bold) style["bold"] = true;
        if (run.Italic) style["italic"] = true;
        if (style.Count > 0) text["style"] = style;
        return text;
    }
}
