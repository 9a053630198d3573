using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class DigestPeriodTests
{
    private static readonly DateTimeOffset Nine = new(2024, 3, 19, 9, 0, 0, TimeSpan.Zero);
    private static readonly DigestPeriod Period = DigestPeriod.UpTo(Nine, TimeSpan.FromHours(24));

    [Fact]
    public void What_is_published_at_the_instant_itself_is_in_and_what_is_later_is_not()
    {
        Assert.True(Period.Contains(new ArticleDate(Nine, DateOnly: false)));
        Assert.False(Period.Contains(new ArticleDate(Nine.AddTicks(1), DateOnly: false)));
        Assert.False(Period.Contains(new ArticleDate(Nine.AddHours(-24), DateOnly: false)));
    }

    [Fact]
    public void An_article_with_nothing_but_a_day_is_in_every_period_that_touches_it()
    {
        Assert.True(Period.Contains(ArticleDate.OfDay(2024, 3, 18)));
        Assert.True(Period.Contains(ArticleDate.OfDay(2024, 3, 19)));
        Assert.False(Period.Contains(ArticleDate.OfDay(2024, 3, 17)));
        Assert.False(DigestPeriod.Day(new DateOnly(2024, 3, 19)).Contains(ArticleDate.OfDay(2024, 3, 18)));
    }

    [Fact]
    public void It_reads_as_a_day_or_as_two_instants()
    {
        Assert.Equal("19 Mar 2024", DigestPeriod.Day(new DateOnly(2024, 3, 19)).ToString());
        Assert.Equal("18 Mar 2024 09:00 to 19 Mar 2024 09:00 UTC", Period.ToString());
    }

    [Fact]
    public void An_empty_period_is_refused() => Assert.Throws<ArgumentException>(() => new DigestPeriod(Nine, Nine));
}
