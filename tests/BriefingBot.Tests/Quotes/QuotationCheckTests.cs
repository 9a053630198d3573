using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Tests.Quotes;

public sealed class QuotationCheckTests
{
    private static readonly Article Article = ArticleOf.Paragraphs("She said: “We’ll stay.”");

    [Theory]
    [InlineData(11, 22, "We’ll stay.", true)]
    [InlineData(11, 22, "We'll stay.", false)]
    [InlineData(11, 22, "we’ll stay.", false)]
    [InlineData(10, 21, "We’ll stay.", false)]
    [InlineData(11, 40, "We’ll stay.", false)]
    [InlineData(-1, 5, "We’ll", false)]
    [InlineData(5, 5, "", false)]
    [InlineData(9, 4, "", false)]
    public void Only_the_same_characters_at_the_same_place_are_verbatim(int start, int end, string words, bool verbatim) =>
        Assert.Equal(verbatim, QuotationCheck.Verbatim(Article, new TextSpan(start, end), words));
}
