using System.Text.Json.Nodes;
using BriefingBot.Slack.Rendering;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Slack's messages as its clients show them, as far as a terminal can.</summary>
internal static class SlackPicture
{
    public static MessagePicture Of(RenderedMessage message) => new(
        [.. message.Blocks.OfType<JsonObject>().SelectMany(Lines)],
        [],
        [.. message.Blocks.OfType<JsonObject>().Select(Buttons).Where(row => row.Count > 0)]);

    private static IEnumerable<string> Lines(JsonObject block) => Type(block) switch
    {
        "rich_text" => Elements(block).SelectMany(RichLines),
        "context" => Elements(block).Select(e => $"[grey]{Safe(e, "text")}[/]"),
        "divider" => ["[grey]────────[/]"],
        _ => [],
    };

    private static IEnumerable<string> RichLines(JsonObject element) => Type(element) switch
    {
        "rich_text_list" => Elements(element).Select(item => $" • {Runs(item)}"),
        "rich_text_quote" => [$"[grey]│[/] {Runs(element)}"],
        _ => [Runs(element)],
    };

    private static string Runs(JsonObject section) => string.Concat(Elements(section).Select(Run));

    private static string Run(JsonObject run)
    {
        var text = Safe(run, "text");
        if (run["style"]?["bold"] is not null) text = $"[bold]{text}[/]";
        if (run["style"]?["italic"] is not null) text = $"[italic]{text}[/]";
        return run["url"] is null ? text : $"[aqua underline]{text}[/]";
    }

    private static IReadOnlyList<string> Buttons(JsonObject block) => Type(block) switch
    {
        "actions" => [.. Elements(block).Select(Label)],
        "context_actions" => [.. Elements(block).SelectMany(e => new[] { e["positive_button"]!, e["negative_button"]! }).Select(b => Label(b.AsObject()))],
        _ => [],
    };

    private static string Label(JsonObject button) => button["text"]!["text"]!.GetValue<string>();

    /// <summary>A line break in a run begins a paragraph; each has a line of its own here already.</summary>
    private static string Safe(JsonObject run, string name) => Markup.Escape(TerminalText.Lines(run[name]?.GetValue<string>() ?? "").Replace("\n", "", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Elements(JsonObject block) => block["elements"]!.AsArray().OfType<JsonObject>();

    private static string? Type(JsonObject block) => block["type"]?.GetValue<string>();
}
