using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.Clustering;

public sealed class StoryClusteringTests
{
    [Fact]
    public async Task Near_copies_stay_together_and_reports_of_one_event_join_them()
    {
        Assert.Equal(["bridge bridge-2 bridge-reprint bridge-3", "vote"], await GroupAsync(Strand.Vote, Strand.BridgeNextDay, Strand.BridgeReprint, Strand.BridgeElsewhere, Strand.Bridge));
    }

    [Fact]
    public async Task The_same_words_a_week_later_are_another_story()
    {
        var later = ArticleDate.OfDay(2024, 3, 26);

        Assert.Equal(["bridge", "bridge-reprint"], await GroupAsync(Strand.Bridge, Strand.BridgeReprint with { Published = later }));
        Assert.Equal(["bridge", "bridge-2"], await GroupAsync(Strand.Bridge, Strand.BridgeElsewhere with { Published = later }));
    }

    private static async Task<IEnumerable<string>> GroupAsync(params Article[] articles)
    {
        using var desk = new NewsDesk(articles);
        var stored = await desk.Library.WithinAsync(ArticleFilter.Everything with { Undated = false }, CancellationToken.None);
        return StoryClustering.Group(stored, desk.Search).Select(group => string.Join(' ', group.Select(a => a.Article.Id.Value)));
    }
}
