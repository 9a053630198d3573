using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.Clustering;

public sealed class OpeningTermsTests
{
    private const string SignUp = "Sign up for the newsletter of the Harbour Wire.";

    [Fact]
    public void Words_that_stand_side_by_side_are_one_name()
    {
        var names = Terms(Report("On the quay, Petra Lund spoke to Sven Aker before she left for Velmora. Lund was calm.")).Names;

        Assert.Equal(names.Whole("petra"), names.Whole("lund"));
        Assert.Equal(names.Whole("sven"), names.Whole("aker"));
        Assert.Equal(3, new[] { "lund", "velmora", "aker" }.Select(names.Whole).Distinct().Count());
        Assert.True(names.Share("petra") < names.Share("lund"));
        Assert.Equal(-1, names.Whole("quai"));
    }

    [Fact]
    public void A_sentence_s_first_word_is_no_name_for_sure()
    {
        var names = Terms(Report("Boats were sent out from Luneth. Divers followed.")).Names;

        Assert.Equal(["luneth"], names.Certain);
    }

    [Fact]
    public void A_paragraph_that_many_articles_repeat_is_not_compared()
    {
        var reports = Enumerable.Range(1, 4).Select(n => Report(SignUp, $"Report {n} of the flood.")).ToList();

        Assert.DoesNotContain("newslett", OpeningTerms.Of(reports[0], StockParagraphs.Of(reports)).Counts.Keys);
        Assert.Contains("newslett", OpeningTerms.Of(reports[0], StockParagraphs.Of(reports.Skip(1))).Counts.Keys);
    }

    private static Article Report(params string[] paragraphs) => NewsDesk.Article("a", "Headline", "2024-03-04", "Harbour Wire", paragraphs);

    private static OpeningTerms Terms(Article article) => OpeningTerms.Of(article, StockParagraphs.Of([]));
}
