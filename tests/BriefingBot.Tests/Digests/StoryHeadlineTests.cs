using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class StoryHeadlineTests
{
    [Theory]
    [InlineData("A ship hits the bridge", "Opinion: We need pilots now", "A ship hits the bridge")]
    [InlineData("Ship hits the bridge in …", "Who was at the helm?", "Ship hits the bridge in…")]
    [InlineData("A ship hits the bridge", "Live updates: Ship hits bridge", "Ship hits bridge")]
    [InlineData("Ship hits the bridge in …", "", "Ship hits the bridge in…")]
    [InlineData("", "", "The sentence stands in.")]
    public void The_best_headline_of_a_report_is_taken_and_says_where_it_was_cut_off(string second, string first, string expected) =>
        Assert.Equal(expected, StoryHeadline.Of([Titled(first), Titled(second)], "The sentence stands in."));

    [Fact]
    public void One_that_is_too_long_gives_way_and_else_ends_between_words()
    {
        var endless = string.Join(' ', Enumerable.Repeat("bridge", 40));

        Assert.Equal("A ship hits the bridge", StoryHeadline.Of([Titled(endless), Titled("A ship hits the bridge")], ""));
        var cut = StoryHeadline.Of([Titled(endless)], "");
        Assert.InRange(cut.Length, 80, DigestLimits.Headline);
        Assert.EndsWith("bridge…", cut, StringComparison.Ordinal);
    }

    private static Article Titled(string title) => new() { Id = ArticleId.Parse("a"), Title = title, Source = "Coast Ledger", Text = "", Blocks = [] };
}
