using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Slack.Rendering;

/// <summary>The home tab: what the bot can do, and what this person asked. Answers are not repeated: they belong where they were given.</summary>
internal static class HomeTab
{
    public static JsonObject Of(IReadOnlyList<AnswerRecord> recent)
    {
        IEnumerable<Paragraph> asked = recent.Count == 0 ? [] : [Paragraph.Divider, PartText.Text(PartText.Bold("You asked lately:")), .. recent.Select(Line)];
        var paragraphs = ChatResponder.Help.Parts.SelectMany(p => PartText.Of(p, _ => null)).Concat(asked).SelectMany(p => p.Fitted());
        return new JsonObject { ["type"] = "home", ["blocks"] = Blocks.Of(paragraphs.Take(Limits.ViewBlocks)) };
    }

    private static Paragraph Line(AnswerRecord answer)
    {
        var day = answer.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var outcome = answer.Status == AnswerStatus.Answered ? "answered" : "no answer found";
        return PartText.Bullet(PartText.Plain(TextSplitter.Fit(answer.Asked, 300)), new Run($" ({day}, {outcome})", Italic: true));
    }
}
