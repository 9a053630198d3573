using System.Buffers;

namespace BriefingBot.Articles;

/// <summary>
/// Tells an article's own prose from what a newspaper prints around it. Nothing is removed: each paragraph becomes
/// one block whose kind says whether it may be quoted. When in doubt a paragraph is body.
/// </summary>
public static class NewspaperText
{
    private const int LongestHeadline = 250;
    private const int LongestStandfirst = 200;
    private const int LongestSubheading = 70;
    private const int ShortestProse = 80;

    private static readonly SearchValues<char> ListMarks = SearchValues.Create(":;—–•*$€£@");

    /// <summary>
    /// The blocks of a text whose headline is known from elsewhere; a first paragraph that repeats it is marked.
    /// Blocks are in order, trimmed, without overlap, and hold everything but white space.
    /// </summary>
    public static IReadOnlyList<Block> Blocks(string text, string title = "")
    {
        var blocks = Classified(text, Paragraphs.Of(text));
        MarkRepeatedTitle(text, blocks, title);
        MarkSubheadings(text, blocks);
        return blocks;
    }

    /// <summary>The blocks of a raw text that opens with its headline, and perhaps a standfirst below it.</summary>
    public static IReadOnlyList<Block> BlocksWithHeadline(string text)
    {
        var blocks = Classified(text, Paragraphs.Of(text));
        MarkHeadline(text, blocks);
        MarkSubheadings(text, blocks);
        return blocks;
    }

    /// <summary>What a paragraph is, judged by itself.</summary>
    internal static BlockKind KindOf(ReadOnlySpan<char> paragraph)
    {
        if (Boilerplate.Is(paragraph)) return BlockKind.Boilerplate;
        return PhotoCredit.IsCaption(paragraph) ? BlockKind.Caption : BlockKind.Body;
    }

    /// <summary>Marks short unpunctuated lines before a full paragraph; lists and score lines carry digits and stay body.</summary>
    internal static void MarkSubheadings(string text, List<Block> blocks)
    {
        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Kind != BlockKind.Body || blocks[i + 1].Kind != BlockKind.Body) continue;
            if (!ReadsAsSubheading(Of(text, blocks[i]))) continue;
            var after = Of(text, blocks[i + 1]);
            var amidProse = (blocks[i - 1].Kind != BlockKind.Body || PlainText.EndsSentence(Of(text, blocks[i - 1])))
                && after.Length >= ShortestProse && PlainText.EndsSentence(after);
            if (amidProse) blocks[i] = blocks[i] with { Kind = BlockKind.Subheading };
        }
    }

    internal static void MarkRepeatedTitle(string text, List<Block> blocks, string title)
    {
        if (title.Length > 0 && blocks.Count > 1 && Of(text, blocks[0]).Equals(title, StringComparison.OrdinalIgnoreCase))
        {
            blocks[0] = blocks[0] with { Kind = BlockKind.Headline };
        }
    }

    private static List<Block> Classified(string text, List<TextSpan> paragraphs)
    {
        var blocks = new List<Block>(paragraphs.Count);
        foreach (var span in paragraphs) blocks.Add(new Block(span, KindOf(text.AsSpan(span.Start, span.Length))));
        return blocks;
    }

    private static void MarkHeadline(string text, List<Block> blocks)
    {
        var headline = blocks.FindIndex(b => b.Kind != BlockKind.Boilerplate);
        if (headline < 0 || !ReadsAsHeadline(Of(text, blocks[headline]), blocks.Count - headline)) return;
        blocks[headline] = blocks[headline] with { Kind = BlockKind.Headline };

        // A byline may stand between the two; a standfirst needs an article below it.
        var standfirst = blocks.FindIndex(headline + 1, b => b.Kind != BlockKind.Boilerplate);
        if (standfirst < 0 || standfirst > headline + 3 || blocks[standfirst].Kind != BlockKind.Body) return;
        var line = Of(text, blocks[standfirst]);
        var isShort = line.Length <= LongestStandfirst && !line.EndsWith(".") && !line.EndsWith(".\"") && !line.EndsWith(".”");
        if (isShort && blocks.FindIndex(standfirst + 1, b => b.Kind == BlockKind.Body) > 0)
        {
            blocks[standfirst] = blocks[standfirst] with { Kind = BlockKind.Standfirst };
        }
    }

    private static bool ReadsAsHeadline(ReadOnlySpan<char> line, int blocksLeft)
    {
        if (line.Length > LongestHeadline || line.StartsWith("(") || line.Contains("(AP) —", StringComparison.Ordinal)) return false;
        var isSentence = PlainText.EndsSentence(line) && !line.EndsWith("?");
        return !isSentence || (line.Length <= LongestHeadline / 2 && blocksLeft > 1);
    }

    private static bool ReadsAsSubheading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestSubheading || line.ContainsAnyInRange('0', '9') || line.ContainsAny(ListMarks)) return false;
        var bare = line.Trim("\"“”‘’'");
        return bare.Length > 0 && char.IsUpper(bare[0]) && char.IsLetter(bare[^1]);
    }

    private static ReadOnlySpan<char> Of(string text, Block block) => text.AsSpan(block.Span.Start, block.Span.Length);
}
