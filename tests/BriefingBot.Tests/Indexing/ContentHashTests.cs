using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Indexing;

public sealed class ContentHashTests
{
    private static readonly Article Story = Sample.Article("a") with { Published = ArticleDate.OfDay(2021, 2, 3) };

    public static TheoryData<string, Article> Changes => new()
    {
        { "id", Story with { Id = ArticleId.Parse("b") } },
        { "title", Story with { Title = "Another" } },
        { "source", Story with { Source = "Another" } },
        { "author", Story with { Author = "Someone" } },
        { "url", Story with { Url = "https://example.org/a" } },
        { "collection", Story with { Collection = "another" } },
        { "language", Story with { Language = "en" } },
        { "text", Story with { Text = Story.Text + " " } },
        { "no date", Story with { Published = null } },
        { "an instant instead of a day", Story with { Published = Story.Published! with { DateOnly = false } } },
        { "an inferred date", Story with { Published = Story.Published! with { Inferred = true } } },
        { "update", Story with { Updated = ArticleDate.OfDay(2021, 2, 3) } },
        { "block kind", Story with { Blocks = [Story.Blocks[0] with { Kind = BlockKind.Caption }] } },
        { "block span", Story with { Blocks = [Story.Blocks[0] with { Span = new TextSpan(0, 5) }] } },
        { "text moved between fields", Story with { Title = Story.Title + "T", Source = Story.Source[1..] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_field_counts(string change, Article changed)
    {
        Assert.NotEmpty(change);
        Assert.NotEqual(ContentHash.Of(Story), ContentHash.Of(changed));
    }

    [Fact]
    public void The_same_content_has_the_same_hash_in_every_version_of_the_program()
    {
        // Pinned: a different value here makes every user's next run store and index everything again.
        Assert.Equal("1e0cfdfac30603a4e8b6599ade2ebe44", ContentHash.Of(Story with { Blocks = [.. Story.Blocks] }).ToString("x32", null));
    }
}
