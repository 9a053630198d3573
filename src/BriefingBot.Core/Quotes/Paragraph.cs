using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Quotes;

/// <summary>A body paragraph with its sentences and quoted stretches, all in order.</summary>
/// <param name="Section">Counts the subheadings above it; speech does not run on across one.</param>
internal sealed record Paragraph(TextSpan Span, int Section, IReadOnlyList<TextSpan> Sentences, IReadOnlyList<QuotedRange> Quotes)
{
    public static List<Paragraph> Of(Article article)
    {
        var paragraphs = new List<Paragraph>();
        var section = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Subheading) section++;
            if (block.Kind == BlockKind.Body) AddParts(article.Text, block.Span, section, paragraphs);
        }

        return paragraphs;
    }

    /// <summary>The place of the sentence that holds <paramref name="at"/>.</summary>
    public int SentenceAt(int at)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].End <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // Readers make a block of each paragraph; a blank line inside one still ends a paragraph.
    private static void AddParts(string text, TextSpan block, int section, List<Paragraph> paragraphs)
    {
        for (var start = block.Start; start < block.End;)
        {
            var length = text.AsSpan(start, block.End - start).IndexOf("\n\n");
            var end = length < 0 ? block.End : start + length;
            if (PlainText.Trimmed(text, start, end) is { Length: > 0 } span)
            {
                paragraphs.Add(new Paragraph(span, section, [.. SentenceSplitter.Split(text, span)], QuoteMarks.Find(text, span)));
            }

            start = end + 1;
        }
    }
}
