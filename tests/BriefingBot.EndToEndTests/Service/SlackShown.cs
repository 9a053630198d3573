using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What a person reads and presses in a message of the bot.</summary>
internal static class SlackShown
{
    /// <summary>The blocks' text as a person reads it, runs put together, a line for each paragraph.</summary>
    public static string Read(this SimMessage message) => Read(message.Blocks);

    public static string Read(JsonNode? blocks) => string.Join('\n', BlockTree.Objects(blocks).Where(IsParagraph).Select(paragraph => string.Concat(Texts(paragraph))));

    /// <summary>All of it, the notification's text and addresses included.</summary>
    public static string Everything(this SimMessage message) => $"{message.Text}\n{message.Read()}\n{message.Blocks.ToJsonString()}";

    /// <summary>The action id of the button with this label.</summary>
    public static string Button(this SimMessage message, string label) => message.Elements.Single(element => element["text"]?["text"].AsString() == label)["action_id"].AsString()!;

    /// <summary>Labels of buttons, Slack's pair for feedback included.</summary>
    public static IEnumerable<string> Buttons(this SimMessage message) =>
        message.Elements.SelectMany(element => (string[])["text", "positive_button", "negative_button"], (element, part) => (part == "text" ? element[part] : element[part]?["text"])?["text"].AsString()).OfType<string>();

    /// <summary>The action id of the pair.</summary>
    public static string Feedback(this SimMessage message) => message.Elements.Single(element => element["type"].AsString() == "feedback_buttons")["action_id"].AsString()!;

    private static bool IsParagraph(JsonObject part) => part["type"].AsString() is "rich_text_section" or "rich_text_quote" or "context";

    private static IEnumerable<string> Texts(JsonObject paragraph) => paragraph["elements"].Objects().Select(element => element["text"].AsString()).OfType<string>();
}
