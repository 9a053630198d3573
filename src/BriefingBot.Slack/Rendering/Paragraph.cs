using BriefingBot.Chat.Replies;

namespace BriefingBot.Slack.Rendering;

internal enum ParagraphKind
{
    Text,
    Quote,
    Bullet,

    /// <summary>Small and grey.</summary>
    Remark,

    /// <summary>A line between what is above and below.</summary>
    Divider,
}

/// <summary>A stretch of text with one look. It may be foreign: it is only ever put where Slack reads no markup.</summary>
/// <param name="Url">Where it leads; null for nowhere. Only ever from <see cref="SafeUrl"/>.</param>
internal sealed record Run(string Text, string? Url = null, bool Bold = false, bool Italic = false);

/// <summary>What stands together in a reply, before it is put into blocks.</summary>
internal sealed record Paragraph(ParagraphKind Kind, params IReadOnlyList<Run> Runs)
{
    public static Paragraph Divider { get; } = new(ParagraphKind.Divider);

    public int Length => Runs.Sum(r => r.Text.Length);

    /// <summary>The same in pieces that each fit into a block, with nothing empty in them.</summary>
    public IEnumerable<Paragraph> Fitted()
    {
        var (runs, length) = (new List<Run>(), 0);
        foreach (var run in Runs.SelectMany(Pieces))
        {
            if (length + run.Text.Length > Limits.BlockText)
            {
                yield return new Paragraph(Kind, runs);
                (runs, length) = ([], 0);
            }

            runs.Add(run);
            length += run.Text.Length;
        }

        if (runs.Count > 0 || Kind == ParagraphKind.Divider) yield return new Paragraph(Kind, runs);
    }

    private static IEnumerable<Run> Pieces(Run run) => run.Text.Length <= Limits.BlockText
        ? run.Text.Length > 0 ? [run] : []
        : TextSplitter.Split(run.Text, new MessageLimits(Limits.BlockText, Limits.Messages * 4)).Select(piece => run with { Text = piece });
}
