using BriefingBot.Articles;

namespace BriefingBot.Tests.Quotes;

/// <summary>Makes an article whose paragraphs, parted by blank lines, are body unless they start with "[Kind] ".</summary>
internal static class ArticleOf
{
    public static Article Paragraphs(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end > start) blocks.Add(new Block(new TextSpan(start, end), KindOf(text.AsSpan(start, end - start))));
            start = end + 2;
        }

        return new Article { Id = ArticleId.Parse("test"), Text = text, Blocks = blocks };
    }

    private static BlockKind KindOf(ReadOnlySpan<char> paragraph)
    {
        foreach (var kind in Enum.GetValues<BlockKind>())
        {
            if (paragraph.StartsWith($"[{kind}] ", StringComparison.Ordinal)) return kind;
        }

        return BlockKind.Body;
    }
}
