using System.Text.Json.Nodes;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Slack.Rendering;

/// <summary>A message as it is sent, still without a place.</summary>
/// <param name="Text">For notifications and screen readers; mrkdwn, escaped.</param>
public sealed record RenderedMessage(string Text, JsonArray Blocks);

/// <summary>
/// A reply as messages, within every limit of Slack's, and always the same ones for the same reply: a delivery that was cut
/// short goes on with the message it had come to.
/// </summary>
public static class ReplyRenderer
{
    /// <summary>The last message has the buttons below its text.</summary>
    private const int ButtonBlocks = 2;

    public static IReadOnlyList<RenderedMessage> Render(ChatReply reply)
    {
        var urls = reply.Parts.OfType<SourcesPart>().SelectMany(p => p.Cards).GroupBy(c => c.Number).ToDictionary(g => g.Key, g => SafeUrl.Of(g.First().Url));
        var paragraphs = reply.Parts.SelectMany(p => PartText.Of(p, number => urls.GetValueOrDefault(number))).SelectMany(p => p.Fitted()).ToList();
        if (paragraphs.All(p => p.Kind == ParagraphKind.Divider)) paragraphs = [PartText.Remark("There is nothing to show.")];

        var messages = Pack(paragraphs).Select(p => new RenderedMessage(Fallback(p), Blocks.Of(p))).ToList();
        foreach (var block in Buttons.Of(reply)) messages[^1].Blocks.Add(block);
        return messages;
    }

    /// <summary>A single piece of text, for what is said at once.</summary>
    public static RenderedMessage Render(ReplyPart part) => Render(ChatReply.Of(false, part))[0];

    private static List<List<Paragraph>> Pack(IEnumerable<Paragraph> paragraphs)
    {
        var packs = new List<List<Paragraph>> { new() };
        var length = 0;
        foreach (var paragraph in paragraphs)
        {
            // As many paragraphs make at most as many blocks.
            if (length + paragraph.Length > Limits.MessageText || packs[^1].Count == Limits.Blocks - ButtonBlocks)
            {
                if (packs.Count == Limits.Messages)
                {
                    packs[^1][^1] = PartText.Remark("… and more, which is too long to show.");
                    break;
                }

                packs.Add([]);
                length = 0;
            }

            packs[^1].Add(paragraph);
            length += paragraph.Length;
        }

        return packs;
    }

    private static string Fallback(IEnumerable<Paragraph> paragraphs)
    {
        var lines = paragraphs.Where(p => p.Kind != ParagraphKind.Divider).Select(p => SlackText.Escape(string.Concat(p.Runs.Select(r => r.Text))));
        return TextSplitter.Fit(string.Join('\n', lines.Where(l => l.Length > 0)), Limits.FallbackText) is { Length: > 0 } text ? text : "…";
    }
}
