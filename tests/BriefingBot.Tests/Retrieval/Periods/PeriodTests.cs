using BriefingBot.Articles;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Tests.Retrieval.Periods;

public class PeriodTests
{
    [Theory]
    [InlineData("2020-10-07", "2020-10-07", "7 Oct 2020")]
    [InlineData("2020-10-01", "2020-10-07", "1–7 Oct 2020")]
    [InlineData("2020-09-28", "2020-10-02", "28 Sep – 2 Oct 2020")]
    [InlineData("2019-12-30", "2020-01-02", "30 Dec 2019 – 2 Jan 2020")]
    [InlineData("2020-02-01", "2020-02-29", "February 2020")]
    [InlineData("2019-01-01", "2019-12-31", "2019")]
    [InlineData("2020-10-05", null, "since 5 Oct 2020")]
    [InlineData(null, "2020-09-30", "until 30 Sep 2020")]
    [InlineData(null, null, "any time")]
    public void It_is_written_for_people(string? from, string? to, string expected) =>
        Assert.Equal(expected, Days(from, to).ToString());

    [Fact]
    public void Both_ends_belong_to_it()
    {
        var period = Days("2020-10-01", "2020-10-07");

        Assert.True(period.Contains(ArticleDate.OfDay(2020, 10, 1)));
        Assert.True(period.Contains(new ArticleDate(new DateTimeOffset(2020, 10, 7, 23, 59, 0, TimeSpan.Zero), DateOnly: false)));
        Assert.False(period.Contains(ArticleDate.OfDay(2020, 9, 30)));
        Assert.False(period.Contains(ArticleDate.OfDay(2020, 10, 8)));
        Assert.Equal(7, period.Days);
    }

    [Fact]
    public void An_open_end_has_no_border()
    {
        Assert.True(Days("2020-10-05", null).Contains(ArticleDate.OfDay(2030, 1, 1)));
        Assert.True(Days(null, "2020-10-05").Contains(ArticleDate.OfDay(1990, 1, 1)));
        Assert.True(default(Period).Contains(ArticleDate.OfDay(1990, 1, 1)));
        Assert.Null(Days("2020-10-05", null).Days);
    }

    [Fact]
    public void Intersecting_keeps_the_common_days_and_says_when_there_are_none()
    {
        Assert.Equal(Days("2020-10-05", "2020-10-07"), Days("2020-10-01", "2020-10-07").Intersect(Days("2020-10-05", null)));
        Assert.Equal(Days("2020-10-07", "2020-10-07"), Days(null, "2020-10-07").Intersect(Days("2020-10-07", null)));
        Assert.Null(Days(null, "2020-10-04").Intersect(Days("2020-10-05", null)));
    }

    [Fact]
    public void It_cannot_end_before_it_starts() =>
        Assert.Throws<ArgumentException>(() => Days("2020-10-08", "2020-10-07"));

    private static Period Days(string? from, string? to) => new(Day(from), Day(to));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
