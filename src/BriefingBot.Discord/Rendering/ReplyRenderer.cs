using BriefingBot.Chat.Replies;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// A reply as messages, within every limit of Discord's, and always the same ones for the same reply: a delivery that was
/// cut short goes on with the message it had come to.
/// </summary>
public static class ReplyRenderer
{
    private const int ButtonsInRow = 5;
    private const int MaxRows = 5;
    private const int MaxLabel = 80;
    private const int SecondaryStyle = 2;

    /// <summary>One less than fits: see <see cref="KeepEscapes"/>.</summary>
    private static readonly MessageLimits Limits = new(MessageBody.MaxContent - 1, 5);

    public static IReadOnlyList<MessageBody> Render(ChatReply reply)
    {
        var text = string.Join("\n\n", reply.Parts.Select(PartText.Of).Where(t => t.Length > 0));
        var pieces = KeepEscapes(TextSplitter.Split(text, Limits));
        var packs = SourceEmbeds.Pack(reply.Parts.SelectMany(Embeds));
        if (pieces.Length == 0 && packs.Count == 0) pieces = ["There is nothing to show."];

        // The first cards stand under the last text, further ones in messages of their own.
        var before = Math.Max(0, pieces.Length - 1);
        var count = Math.Max(pieces.Length, before + packs.Count);
        return [.. Enumerable.Range(0, count).Select(i => new MessageBody
        {
            // Nothing is left out, as an edit would leave it as it was.
            Content = i < pieces.Length ? pieces[i] : "",
            Embeds = i >= before && i - before < packs.Count ? packs[i - before] : [],
            Components = i == count - 1 ? Rows(reply.Buttons) : [],
        })];
    }

    /// <summary>A single piece of text, for what is said at once.</summary>
    public static MessageBody Render(ReplyPart part) => Render(ChatReply.Of(false, part))[0];

    private static IEnumerable<Embed> Embeds(ReplyPart part) => part switch
    {
        SourcesPart sources => sources.Cards.Select(SourceEmbeds.Of),
        DigestPart digest => digest.Stories.SelectMany(StoryEmbeds.Of),
        _ => [],
    };

    private static List<Component> Rows(IReadOnlyList<ReplyButton> buttons) =>
        [.. buttons.Take(ButtonsInRow * MaxRows).Chunk(ButtonsInRow).Select(row => new Component { Type = ComponentType.ActionRow, Components = [.. row.Select(Button)] })];

    private static Component Button(ReplyButton button) => new()
    {
        Type = ComponentType.Button,
        Style = SecondaryStyle,
        CustomId = ButtonId.Of(button.Id),
        Label = TextSplitter.Fit(ForeignText.Plain(button.Label), MaxLabel),
    };

    /// <summary>A word longer than a message may be cut between a backslash and what it disarms; then they are put together again.</summary>
    private static string[] KeepEscapes(IReadOnlyList<string> pieces)
    {
        var kept = pieces.ToArray();
        for (var i = 0; i + 1 < kept.Length; i++)
        {
            if ((kept[i].Length - kept[i].TrimEnd('\\').Length) % 2 == 0) continue;
            kept[i] = kept[i][..^1];
            kept[i + 1] = '\\' + kept[i + 1];
        }

        return kept;
    }
}
