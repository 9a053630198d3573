using BriefingBot.Articles;
using BriefingBot.Quotes;
using CsCheck;

namespace BriefingBot.Tests.Quotes;

public sealed class QuotationPropertyTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "\"", "“", "”", "'", "‘", "’", "«", "»", "„", "''", "’’", ".", ",", "?", ":", "—", "(", ")", " ", " ", " ", "\n", "\n\n",
        "word", "we", "said", "told", "Mark", "Esper", "Mr", "he", "it", "they", "according", "to", "who", "the", "and", "of", "CEO", "Secretary",
        "Esper's", "leaders'", "6'2", "del", "in", "saying", "D-Calif.", "U.S.", "😀", "\ud83d", "[Caption] ", "[Subheading] ");

    private static readonly Gen<string> Texts = Gen.OneOf(
        Pieces.Array[0, 80].Select(string.Concat), Pieces.Array[0, 80].Select(p => string.Join(' ', p)), Gen.String);

    [Fact]
    public void Quotations_are_verbatim_ordered_apart_and_within_one_body_block() => Texts.Sample(text =>
    {
        var article = ArticleOf.Paragraphs(text);
        var body = article.Blocks.Where(b => b.Kind == BlockKind.Body).ToList();
        var end = 0;
        foreach (var quotation in QuotationReader.Read(article))
        {
            Assert.True(QuotationCheck.Verbatim(article, quotation.Span, quotation.Text));
            Assert.True(quotation.Span.Start >= end);
            Assert.Contains(body, b => b.Span.Contains(quotation.Context));
            Assert.True(quotation.Context.Contains(quotation.Span));
            Assert.False(char.IsWhiteSpace(quotation.Text[0]) || char.IsWhiteSpace(quotation.Text[^1]));
            Assert.NotEqual("", quotation.Speaker);
            SpeakerMatch.Matches(quotation, text);
            end = quotation.Span.End;
        }
    });

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("'a ")]
    [InlineData("‘a ")]
    [InlineData("\" ")]
    [InlineData("“a ”")]
    [InlineData("\"a b c d,\" he said, ")]
    [InlineData("\"a b c d,\" Ab Cd said. ")]
    [InlineData("\"a b c d.\" ")]
    [InlineData("Ab Cd, ")]
    [InlineData("Ab ")]
    [InlineData("said ")]
    public void A_megabyte_in_one_paragraph_is_read_in_linear_time(string piece)
    {
        var article = ArticleOf.Paragraphs(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + "\"a b c d\"");
        var started = TimeProvider.System.GetTimestamp();

        QuotationReader.Read(article);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}
