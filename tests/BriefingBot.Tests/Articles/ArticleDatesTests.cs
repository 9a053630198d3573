using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class ArticleDatesTests
{
    [Theory]
    [InlineData("2020-10-01", "2020-10-01")]
    [InlineData(" 2020-10-01 ", "2020-10-01")]
    [InlineData("2020/10/01", "2020-10-01")]
    [InlineData("Sept. 30, 2020", "2020-09-30")]
    [InlineData("Wednesday, September 30, 2020", "2020-09-30")]
    [InlineData("30 September 2020", "2020-09-30")]
    [InlineData("30th of Sept 2020", "2020-09-30")]
    [InlineData("29 February 2020", "2020-02-29")]
    [InlineData("2020-10-01T09:30:00Z", "2020-10-01T09:30:00Z")]
    [InlineData("2020-10-01T09:30", "2020-10-01T09:30:00Z")]
    [InlineData("2020-10-01 09:30", "2020-10-01T09:30:00Z")]
    [InlineData("2020-10-01 09:30:15 UTC", "2020-10-01T09:30:15Z")]
    [InlineData("2020-10-01T01:30:00.123456+02:00", "2020-09-30T23:30:00Z")]
    [InlineData("2020-10-01T09:30:00-0400", "2020-10-01T13:30:00Z")]
    [InlineData("Thu, 01 Oct 2020 09:30:00 GMT", "2020-10-01T09:30:00Z")]
    [InlineData("Thu, 1 Oct 2020 09:30 EST", "2020-10-01T14:30:00Z")]
    [InlineData("1 Oct 20 09:30:00 PDT", "2020-10-01T16:30:00Z")]
    [InlineData("Thursday, 01 October 2020 09:30:00 +0200", "2020-10-01T07:30:00Z")]
    [InlineData("Thu, 01 Oct 2020", "2020-10-01")]
    public void Common_notations_are_read(string text, string expected)
    {
        Assert.True(ArticleDates.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
        Assert.Equal(TimeSpan.Zero, date.Instant.Offset);
        Assert.Equal(expected.Length == 10, date.DateOnly);
        Assert.False(date.Inferred);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2020")]
    [InlineData("October 2020")]
    [InlineData("2020-02-30")]
    [InlineData("Feb. 29, 2019")]
    [InlineData("2020-13-01")]
    [InlineData("01/02/2020")]
    [InlineData("0001-01-01")]
    [InlineData("1599-12-31")]
    [InlineData("2201-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("2020-10-01T25:00:00Z")]
    [InlineData("Thu, 01 Oct 2020 09:30:00 XYZ")]
    [InlineData("published on 30 September 2020 or so")]
    public void Anything_else_is_refused(string? text) => Assert.False(ArticleDates.TryParse(text, out _));
}
