using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class PlainTextReaderTests : IDisposable
{
    // The shape in which newspapers' texts are delivered: headline, standfirst, photo captions with agency credits,
    // a machine line right under a caption, quotes, no blank line at the end.
    private const string Delivered =
        "Minister's rare harbour visit points to ferry strike fears\n" +
        "\n" +
        "Ana Petrova discusses night crossings with the dockers\n" +
        "\n" +
        "Dockers of the northern pier wait beside an idle ferry in Varna, Bulgaria. AP\u00A0\n" +
        "Powered by automated translation\n" +
        "\n" +
        "Transport Minister Ana Petrova made a rare visit to the port on Thursday for talks on pay and night crossings.\n" +
        "\n" +
        "\"We expect the ferries to sail on Monday whatever the ballot says,\" a senior port official told Reuters.\n" +
        "\n" +
        "The harbour master greets Transport Minister Ana Petrova beside the customs house, where more than 1,500 people once worked, outside Varna Wednesday, Nov. 11, 2020. Petrova met the mayor the same day amid growing concern about winter supplies. (AP Photo/Ivan Example)\n" +
        "The minister also visited the lighthouse. AP\n" +
        "\n" +
        "Reuters and AFP journalists were kept outside the building, the union said.\n" +
        "\n" +
        "\"It showed that it can help,\" he said.";

    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_delivered_text_gives_title_standfirst_captions_and_body()
    {
        var article = _folder.Write("2020/port visit.txt", Delivered).ReadOne();

        Assert.Equal("2020/port-visit", article.Id.Value);
        Assert.Equal("Minister's rare harbour visit points to ferry strike fears", article.Title);
        Assert.Equal([article.Title], article.Of(BlockKind.Headline));
        Assert.Equal(["Ana Petrova discusses night crossings with the dockers"], article.Of(BlockKind.Standfirst));
        Assert.Equal(["Powered by automated translation"], article.Of(BlockKind.Boilerplate));
        Assert.Equal(3, article.Of(BlockKind.Caption).Count());
        Assert.All(article.Of(BlockKind.Caption), c => Assert.Matches("(AP|\\(AP Photo/Ivan Example\\))$", c));
        Assert.Equal(4, article.Of(BlockKind.Body).Count());
        Assert.Contains(article.Of(BlockKind.Body), b => b.EndsWith("told Reuters.", StringComparison.Ordinal));
        Assert.Equal(Delivered, article.Text);
        Assert.Equal("", article.Source);
    }

    [Fact]
    public void The_day_of_a_dated_caption_becomes_the_inferred_date()
    {
        var published = _folder.Write("port.txt", Delivered).ReadOne().Published;

        Assert.Equal(ArticleDate.OfDay(2020, 11, 11, inferred: true), published);
    }

    [Fact]
    public void Lines_wrapped_at_a_fixed_width_are_joined_so_that_sentences_stay_whole()
    {
        var article = _folder.Write("wrapped.txt", """
            Bridge reopens after repairs

            The bridge over the river was opened again on Tuesday by Mr
            Novak after two years of repairs, and the first lorries went
            across it in the early morning. Drivers had waited for hours.

            The council said that the work had cost twice what had been
            planned, since U.S. Steel had raised its prices.
            """).ReadOne();

        Assert.Equal("Bridge reopens after repairs", article.Title);
        Assert.Collection(
            article.Of(BlockKind.Body),
            b => Assert.EndsWith("had waited for hours.", b, StringComparison.Ordinal),
            b => Assert.EndsWith("its prices.", b, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_opens_with_prose_has_no_title()
    {
        var article = _folder.Write("prose.txt", "(CNN) The council met on Tuesday to hear the dockers.\n\nIt will meet again.").ReadOne();

        Assert.Equal("", article.Title);
        Assert.Equal(2, article.Of(BlockKind.Body).Count());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_honoured_and_not_kept(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var article = _folder.Write("bom.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("Café reopens\n\nThe café is “open”.")]).ReadOne();

        Assert.Equal("Café reopens\n\nThe café is “open”.", article.Text);
    }

    [Fact]
    public void Line_ends_are_normalised_and_control_characters_become_blanks()
    {
        var article = _folder.Write("ends.txt", "Head\r\n\r\nOne\u001b[31m red\rTwo\u200b\u202e\tthree.\u0085").ReadOne();

        Assert.Equal("Head\n\nOne [31m red\nTwo\u200b\u202e\tthree. ", article.Text);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_line_place_and_likely_encoding()
    {
        var problem = _folder.Write("old.txt", Encoding.Latin1.GetBytes("Title\n\nThe caf\u00e9 is \u0093open\u0094.")).ReadProblem();

        Assert.Equal(3, problem.Line);
        Assert.Contains("byte 14 is 0xE9", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_is_refused()
    {
        Assert.Contains("zero byte", _folder.Write("image.txt", [0x89, (byte)'P', 0, 1]).ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n")]
    public void Nothing_but_white_space_is_a_problem(string text)
    {
        Assert.Matches("is empty|has no text", _folder.Write("blank.txt", text).ReadProblem().Reason);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_without_being_read()
    {
        var file = _folder.Write("huge.txt", "x");
        using (var stream = File.OpenWrite(file.FullPath)) stream.SetLength((32 * 1024 * 1024) + 1);

        Assert.Contains("too large", file.ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_held_by_another_program_or_gone_is_a_problem()
    {
        var file = _folder.Write("held.txt", "Head\n\nText.");
        using (File.Open(file.FullPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("cannot be read", file.ReadProblem().Reason, StringComparison.Ordinal);
        }

        File.Delete(file.FullPath);
        Assert.Contains("not there", file.ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        var file = _folder.Write("a.txt", "Head\n\nText.");

        Assert.Throws<OperationCanceledException>(() => ArticleReaders.All.Read(file, new CancellationToken(canceled: true)).ToList());
    }

    [Fact]
    public void A_long_path_gives_a_valid_id_of_its_own()
    {
        var file = _folder.Write("a.txt", "Head\n\nText.");
        var ids = new[] { "x", "y" }.Select(end => (file with { RelativePath = new string('p', 500) + end + ".txt" }).ReadOne().Id.Value).ToList();

        Assert.All(ids, id => Assert.InRange(id.Length, 300, ArticleId.MaxLength));
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public void A_path_too_long_for_an_id_is_cut_between_characters()
    {
        var file = _folder.Write("a.txt", "Head\n\nText.");
        var deep = string.Concat(Enumerable.Repeat("🚢", 300));

        var ids = new[] { "", "x" }.Select(shift => (file with { RelativePath = shift + deep + ".txt" }).ReadOne().Id.Value).ToList();

        Assert.All(ids, id => Assert.Equal(id, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(id))));
        Assert.All(ids, id => Assert.InRange(id.Length, 100, ArticleId.MaxLength));
    }
}
