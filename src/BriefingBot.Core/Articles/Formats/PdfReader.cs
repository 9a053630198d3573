using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Reads PDF files that carry their text, one article a file. The dates in a PDF say when the file was made, not when
/// the article was published, and are not used.
/// </summary>
public sealed class PdfReader : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) => UnreadableFile.Reported(file, () =>
    {
        var bytes = FileText.ReadBytes(file);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0) throw new UnreadableFileException("is not a PDF file");
        using var pdf = Open(bytes);
        var paragraphs = AcrossColumns(pdf, cancellation);
        if (paragraphs.Count == 0) throw new UnreadableFileException("has no text layer (a scan?); run text recognition on it first");
        var title = StatedTitle(pdf.Information.Title);
        return new DeliveredArticle
        {
            FallbackId = FileIdentity.Of(file).Value,
            Title = title.Length > 0 ? title : LargestFirst(paragraphs),
            Content = Content(paragraphs, title.Length > 0 ? title : LargestFirst(paragraphs)),
        }.Check(file);
    });

    private static PdfDocument Open(byte[] bytes)
    {
        try
        {
            return PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableFileException("is encrypted; deliver it without a password");
        }
    }

    /// <summary>All pages; a paragraph that a column or page break cut in two is joined again.</summary>
    private static List<PdfParagraph> AcrossColumns(PdfDocument pdf, CancellationToken cancellation)
    {
        var paragraphs = new List<PdfParagraph>();
        foreach (var page in pdf.GetPages())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var paragraph in PdfParagraphs.Of(page))
            {
                var last = paragraphs.Count > 0 ? paragraphs[^1] : default;
                var goesOn = last.Text is not null && char.IsLower(paragraph.Text[0]) && !PlainText.EndsSentence(last.Text)
                    && Math.Abs(last.PointSize - paragraph.PointSize) < 1;
                if (goesOn) paragraphs[^1] = last with { Text = PdfParagraphs.Joined(last.Text!, paragraph.Text) };
                else paragraphs.Add(paragraph);
            }
        }

        return paragraphs;
    }

    private static ArticleText Content(List<PdfParagraph> paragraphs, string title)
    {
        var text = new ArticleTextBuilder();
        var isBefore = true;
        foreach (var paragraph in paragraphs)
        {
            var isTitle = isBefore && PlainText.OneLine(paragraph.Text).Equals(title, StringComparison.OrdinalIgnoreCase);
            if (isTitle) isBefore = false;
            text.Add(paragraph.Text, isTitle ? BlockKind.Headline : IsPageNumber(paragraph.Text) ? BlockKind.Boilerplate : null);
        }

        return text.Build(title);
    }

    private static bool IsPageNumber(string text) =>
        text.Length <= 20 && text.Any(char.IsAsciiDigit)
        && text.Split(' ').All(w => w.All(char.IsAsciiDigit) || w.Equals("page", StringComparison.OrdinalIgnoreCase) || w is "of" or "/" or "-" or "–");

    /// <summary>The title in the file's properties, unless it is the name that the writing program gave the file.</summary>
    private static string StatedTitle(string? title)
    {
        var line = PlainText.OneLine(title);
        var isFileName = line.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase) || line.StartsWith("untitled", StringComparison.OrdinalIgnoreCase)
            || (Path.GetExtension(line) is { Length: >= 3 and <= 6 } extension && !extension.Contains(' ', StringComparison.Ordinal));
        return isFileName || line.Length < 5 ? "" : line;
    }

    /// <summary>The first paragraph in the largest type, if it stands out from the first pages' text.</summary>
    private static string LargestFirst(List<PdfParagraph> paragraphs)
    {
        var head = paragraphs.Take(12).ToList();
        var largest = head.Max(p => p.PointSize);
        var first = head.First(p => p.PointSize >= largest - 0.5);
        var standsOut = head.Count == 1 || largest > head.Min(p => p.PointSize) + 0.5;
        return standsOut && first.Text.Length <= 250 ? PlainText.OneLine(first.Text) : "";
    }
}
