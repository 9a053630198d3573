using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace BriefingBot.Articles.Formats;

/// <summary>A paragraph of a PDF page with the size of its type.</summary>
internal readonly record struct PdfParagraph(string Text, double PointSize);

/// <summary>
/// Puts the lines of a page's columns in reading order and joins them to paragraphs. Columns are found with Docstrum
/// (O'Gorman 1993, The Document Spectrum for Page Layout Analysis) as PdfPig implements it.
/// </summary>
internal static class PdfParagraphs
{
    // A last line this much shorter than its column ends a paragraph when it ends a sentence.
    private const double ShortLine = 0.85;

    public static IEnumerable<PdfParagraph> Of(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        if (words.Count == 0) yield break;
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        foreach (var block in blocks)
        {
            var paragraph = "";
            foreach (var line in block.TextLines)
            {
                paragraph = Joined(paragraph, line.Text.Trim());
                if (line.BoundingBox.Width >= block.BoundingBox.Width * ShortLine || !PlainText.EndsSentence(paragraph)) continue;
                yield return new PdfParagraph(paragraph, PointSize(block));
                paragraph = "";
            }

            if (paragraph.Length > 0) yield return new PdfParagraph(paragraph, PointSize(block));
        }
    }

    /// <summary>Two lines as one: a word parted by a hyphen is made whole, other lines get a blank between.</summary>
    public static string Joined(string before, string after)
    {
        if (before.Length == 0) return after;
        if (after.Length == 0) return before;
        var parted = before.Length > 1 && before[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(before[^2]) && char.IsLower(after[0]);
        return parted ? before[..^1] + after : before + " " + after;
    }

    private static double PointSize(TextBlock block) =>
        block.TextLines.SelectMany(l => l.Words).SelectMany(w => w.Letters).Average(l => l.PointSize);
}
