using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.Clustering;

public sealed class RoundUpTests
{
    [Theory]
    [InlineData("Morning briefing: five stories for Tuesday")]
    [InlineData("The week in science")]
    [InlineData("News in brief")]
    [InlineData("What you need to know on Friday")]
    [InlineData("5 things to know for March 5: Floods, rates, football")]
    [InlineData("Floods, rates, football. It's Tuesday's news.")]
    [InlineData("Floods, rates, football. Tuesday's news.")]
    [InlineData("Floods go on, rates fall; 5 things for Tuesday")]
    [InlineData("Photos this week: March 1-8")]
    public void An_article_of_many_stories_is_told_by_its_headline(string title) => Assert.True(RoundUp.Is(title));

    [Theory]
    [InlineData("What to know about the Strand bridge")]
    [InlineData("Five things to know before you buy a house in Velmora")]
    [InlineData("House prices: five things that drive them")]
    [InlineData("Photos of the crown theft this week lead to arrest")]
    [InlineData("The week that changed Velmora's harbour")]
    [InlineData("Police round up suspects after crown theft")]
    [InlineData("Minister to hold morning talks in brief visit")]
    public void A_report_is_none(string title) => Assert.False(RoundUp.Is(title));
}
