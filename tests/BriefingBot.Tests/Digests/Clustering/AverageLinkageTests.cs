using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.Clustering;

public sealed class AverageLinkageTests
{
    [Fact]
    public void A_link_between_two_does_not_chain_their_groups_together()
    {
        var linkage = new AverageLinkage(5);
        linkage.Add(0, 1, 0.9f);
        linkage.Add(3, 4, 0.8f);
        // 2 belongs with 0 and 1; alike to 3 alone, the mean over both pairs of groups stays below the bound.
        linkage.Add(1, 2, 0.7f);
        linkage.Add(0, 2, 0.6f);
        linkage.Add(2, 3, 0.5f);

        Assert.Equal(["0 1 2", "3 4"], linkage.Cluster(0.3f).Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void Likenesses_are_averaged_over_all_pairs_of_two_groups()
    {
        // (0 + 0.5) / 2 = 0.25.
        Assert.Equal(2, Three().Cluster(0.26f).Count);
        Assert.Single(Three().Cluster(0.25f));
    }

    private static AverageLinkage Three()
    {
        var linkage = new AverageLinkage(3);
        linkage.Add(0, 1, 0.9f);
        linkage.Add(1, 2, 0.5f);
        return linkage;
    }
}
