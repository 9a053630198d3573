using System.Text;

namespace BriefingBot.Articles.Formats;

/// <summary>A stored text with its blocks.</summary>
internal sealed record ArticleText(string Text, IReadOnlyList<Block> Blocks)
{
    public static ArticleText Plain(string text, string title = "")
    {
        var clean = PlainText.Clean(text);
        return new ArticleText(clean, NewspaperText.Blocks(clean, title));
    }

    /// <summary>The one-line text of the first block of a kind, or "".</summary>
    public string First(BlockKind kind)
    {
        foreach (var block in Blocks)
        {
            if (block.Kind == kind) return PlainText.OneLine(block.Span.Of(Text));
        }

        return "";
    }
}

/// <summary>Puts a text together from the paragraphs of a structured format, parted by blank lines.</summary>
internal sealed class ArticleTextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];

    /// <param name="kind">What the format says the paragraph is, or null to judge it by its words.</param>
    public void Add(string paragraph, BlockKind? kind = null)
    {
        var clean = PlainText.Clean(paragraph).Trim();
        if (clean.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        var start = text.Length;
        text.Append(clean);
        blocks.Add(new Block(new TextSpan(start, text.Length), kind ?? NewspaperText.KindOf(clean)));
    }

    public ArticleText Build(string title)
    {
        var whole = text.ToString();
        NewspaperText.MarkRepeatedTitle(whole, blocks, title);
        NewspaperText.MarkSubheadings(whole, blocks);
        return new ArticleText(whole, blocks);
    }
}
