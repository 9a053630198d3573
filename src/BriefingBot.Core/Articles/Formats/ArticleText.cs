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
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];

    /// <param name="kind">What the format says the paragraph is, or null to judge it by its words.</param>
    public void Add(string paragraph, BlockKind? kind = null)
    {
        var clean = PlainText.Clean(paragraph).Trim();
        if (clean.Length == 0) return;
        if (_text.Length > 0) _text.Append("\n\n");
        var start = _text.Length;
        _text.Append(clean);
        _blocks.Add(new Block(new TextSpan(start, _text.Length), kind ?? NewspaperText.KindOf(clean)));
    }

    public ArticleText Build(string title)
    {
        var whole = _text.ToString();
        NewspaperText.MarkRepeatedTitle(whole, _blocks, title);
        NewspaperText.MarkSubheadings(whole, _blocks);
        return new ArticleText(whole, _blocks);
    }
}
