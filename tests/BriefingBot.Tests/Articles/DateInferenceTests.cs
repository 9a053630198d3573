using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class DateInferenceTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ALGIERS, Oct 1, 2020 — The minister made a visit.", "2020-10-01")]
    [InlineData("TUNIS, Sept. 30, 2020 (AP) — The minister made a visit.", "2020-09-30")]
    [InlineData("1 October 2020\n\nThe minister made a visit.", "2020-10-01")]
    [InlineData("Thursday, October 1, 2020\n\nThe minister made a visit.", "2020-10-01")]
    [InlineData("The minister made a visit.\n\nPublished: 2 October 2020", "2020-10-02")]
    [InlineData("Updated 3:14 PM ET, Oct. 3, 2020\n\nPublished Oct. 2, 2020\n\nThe minister made a visit.", "2020-10-02")]
    [InlineData("Last updated: 3 October 2020\n\nThe treaty of 28 June 1919 is remembered.", "2020-10-03")]
    [InlineData("LONDON, Oct 1, 2020 — The war began on 3 September 1939.", "2020-10-01")]
    [InlineData("The minister in Tunis Wednesday, Sept. 30, 2020. AP\n\nThe minister made a visit, the first since 2006.", "2020-09-30")]
    [InlineData("Tunis on Tuesday, 29 September 2020. AP\n\nThe minister made a visit.\n\nTunis on Wednesday, 30 September 2020. AFP", "2020-09-30")]
    public void Explicit_dates_that_are_the_articles_own_are_inferred(string text, string expected)
    {
        var published = Published(text);

        Assert.Equal(expected, published?.ToString());
        Assert.True(published!.Inferred);
        Assert.True(published.DateOnly);
    }

    [Theory]
    [InlineData("The minister made a visit on Thursday.")]
    [InlineData("The war began on 1 September 1939 and ended on 2 September 1945.")]
    [InlineData("She was born on 5 May 1965 in Tunis.")]
    [InlineData("Tunis on Wednesday, Sept. 30, 2020. AP\n\nThe treaty was signed on 28 June 1919.")]
    [InlineData("Tunis on Wednesday, Sept. 30, 2020. AP\n\nThe port closed in 2022.")]
    [InlineData("FILE - The minister in Tunis Wednesday, Sept. 30, 2020. AP\n\nThe minister resigned.")]
    [InlineData("The minister on Wednesday, Feb. 30, 2020. AP\n\nThe minister made a visit.")]
    [InlineData("The minister on Monday, Sept. 30, 2020. AP\n\nThe minister made a visit.")]
    [InlineData("Published: soon, 30 February 2020\n\nThe minister made a visit.")]
    public void Other_dates_are_not(string text) => Assert.Null(Published(text));

    private ArticleDate? Published(string text) => _folder.Write("a.txt", "Minister visits\n\n" + text).ReadOne().Published;
}
