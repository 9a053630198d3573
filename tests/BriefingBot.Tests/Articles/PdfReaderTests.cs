using System.Text;
using BriefingBot.Articles;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BriefingBot.Tests.Articles;

public sealed class PdfReaderTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Wrapped_and_hyphenated_lines_become_paragraphs_and_the_largest_line_the_title()
    {
        var bytes = Pdf(page =>
        {
            page(50, 780, 22, ["Ferries sail again"]);
            page(50, 740, 10, ["The ferries between the two ports will sail", "again on Monday, the trans-", "port minister said on Thursday."]);
            page(50, 680, 10, ["The fares will stay as they are until the", "spring comes."]);
        });

        var article = _folder.Write("a.pdf", bytes).ReadOne();

        Assert.Equal("Ferries sail again", article.Title);
        Assert.Equal(["Ferries sail again"], article.Of(BlockKind.Headline));
        Assert.Equal(
            ["The ferries between the two ports will sail again on Monday, the transport minister said on Thursday.", "The fares will stay as they are until the spring comes."],
            article.Of(BlockKind.Body));
        Assert.Null(article.Published);
        NewspaperTextTests.AssertCovers(article.Text, article.Blocks);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var bytes = Pdf(page =>
        {
            page(50, 700, 10, ["Left one goes on and on", "left two goes on and on", "left three ends here."]);
            page(320, 700, 10, ["Right one goes on and on", "right two goes on and on", "right three ends here."]);
        });

        var text = _folder.Write("a.pdf", bytes).ReadOne().Text;

        Assert.True(text.IndexOf("left three", StringComparison.Ordinal) < text.IndexOf("Right one", StringComparison.Ordinal), text);
    }

    [Fact]
    public void A_stated_title_is_taken_and_the_files_own_dates_are_not()
    {
        var bytes = Pdf(page => page(50, 700, 10, ["The ferries will sail."]), "Ferries sail again");

        var article = _folder.Write("a.pdf", bytes).ReadOne();

        Assert.Equal("Ferries sail again", article.Title);
        Assert.Null(article.Published);
        Assert.Null(article.Updated);
    }

    [Fact]
    public void A_scan_is_a_problem()
    {
        Assert.Contains("no text layer", _folder.Write("a.pdf", Pdf(_ => { })).ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_file_is_a_problem()
    {
        // Standard security handler with keys that no empty password fits.
        var plain = Encoding.Latin1.GetString(Pdf(page => page(50, 700, 10, ["Secret."])));
        var key = new string('a', 64);
        var encrypted = plain.Replace("trailer\n<<", $"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -44 >> /ID [<{key[..32]}> <{key[..32]}>]", StringComparison.Ordinal)
            .Replace("trailer\r\n<<", $"trailer\r\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -44 >> /ID [<{key[..32]}> <{key[..32]}>]", StringComparison.Ordinal);
        Assert.NotEqual(plain, encrypted);

        Assert.Contains("is encrypted", _folder.Write("a.pdf", Encoding.Latin1.GetBytes(encrypted)).ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_problems()
    {
        var whole = Pdf(page => page(50, 700, 10, ["The ferries will sail."]));

        Assert.Contains("not a PDF", _folder.Write("a.pdf", "Just text").ReadProblem().Reason, StringComparison.Ordinal);
        Assert.NotNull(_folder.Write("b.pdf", "%PDF-1.7\n%%EOF").ReadProblem());
        for (var length = 20; length < whole.Length; length += 101) Assert.Single(_folder.Write("c.pdf", whole[..length]).ReadAll());
    }

    private static byte[] Pdf(Action<Action<double, double, double, string[]>> draw, string? title = null)
    {
        using var builder = new PdfDocumentBuilder();
        if (title is not null) builder.DocumentInformation.Title = title;
        builder.DocumentInformation.CreationDate = "D:20190102030405Z";
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        draw((x, y, size, lines) =>
        {
            foreach (var line in lines)
            {
                page.AddText(line, size, new PdfPoint(x, y), font);
                y -= size * 1.2;
            }
        });
        return builder.Build();
    }
}
