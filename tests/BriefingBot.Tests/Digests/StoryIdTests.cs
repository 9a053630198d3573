using BriefingBot.Articles;
using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class StoryIdTests
{
    [Fact]
    public void An_id_survives_being_written_and_is_the_same_on_every_machine()
    {
        var id = StoryId.Of(ArticleId.Parse("bridge"));

        Assert.Equal(id, StoryId.Parse(id.ToString()));
        Assert.Equal(id, StoryId.Of(ArticleId.Parse("bridge")));
        Assert.NotEqual(id, StoryId.Of(ArticleId.Parse("bridge-2")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcde")]
    public void Anything_else_is_refused(string text) => Assert.False(StoryId.TryParse(text, out _));
}
