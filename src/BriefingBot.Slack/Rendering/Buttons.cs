using System.Text.Json.Nodes;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Slack.Rendering;

/// <summary>The buttons of a reply. A press brings back the button's id as its value; what it means is in the store.</summary>
internal static class Buttons
{
    private const string Prefix = "briefing:";

    /// <summary>Whether an action is a press on one of these.</summary>
    public static bool AreOurs(string actionId) => actionId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>
    /// The two verdicts are Slack's own feedback buttons (https://docs.slack.dev/reference/block-kit/blocks/context-actions-block),
    /// but not in ephemeral messages, which are for passing by.
    /// </summary>
    public static IEnumerable<JsonObject> Of(ChatReply reply)
    {
        var helpful = reply.Private ? null : reply.Buttons.FirstOrDefault(b => b.Action == ButtonAction.Helpful);
        var notHelpful = reply.Buttons.FirstOrDefault(b => b.Action == ButtonAction.NotHelpful);
        var isPair = helpful is not null && notHelpful is not null;
        var others = reply.Buttons.Where(b => !isPair || (b != helpful && b != notHelpful)).Take(Limits.Actions).Select(Button).ToArray();
        if (others.Length > 0) yield return new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. others]) };
        if (isPair) yield return new JsonObject { ["type"] = "context_actions", ["elements"] = new JsonArray(Feedback(helpful!, notHelpful!)) };
    }

    private static JsonObject Button(ReplyButton button)
    {
        var element = Choice(button);
        element["type"] = "button";
        element["action_id"] = Prefix + button.Id;
        return element;
    }

    private static JsonObject Feedback(ReplyButton helpful, ReplyButton notHelpful) => new()
    {
        ["type"] = "feedback_buttons",
        ["action_id"] = $"{Prefix}feedback",
        ["positive_button"] = Choice(helpful),
        ["negative_button"] = Choice(notHelpful),
    };

    private static JsonObject Choice(ReplyButton button) => new()
    {
        ["text"] = Blocks.PlainText(TextSplitter.Fit(ForeignText.Plain(button.Label), Limits.ButtonText)),
        ["value"] = button.Id,
    };
}
