using BriefingBot.Digests.Clustering;

namespace BriefingBot.Tests.Digests.Clustering;

public sealed class LikenessTests
{
    private static readonly Likeness Alike = new(0.4f, 0.3f, 0.5f, 1, 2);

    [Fact]
    public void More_of_names_makes_up_for_less_of_matter() =>
        Assert.Equal(OfOneEvent(Alike), OfOneEvent(Alike with { Names = 0.6f, Matter = 0.2f }), 0.0001f);

    [Fact]
    public void Names_alone_make_no_story()
    {
        Assert.Equal(0, OfOneEvent(Alike with { Names = 1, Matter = ClusteringWeights.SameMatter - 0.01f }));
        Assert.NotEqual(0, OfOneEvent(Alike with { Names = 1, Matter = ClusteringWeights.SameMatter }));
    }

    [Fact]
    public void Headlines_figures_a_second_name_and_nearness_in_time_each_speak_for_one_event()
    {
        Assert.True(OfOneEvent(Alike with { Headlines = 0 }) < OfOneEvent(Alike));
        Assert.True(OfOneEvent(Alike with { Figures = 0 }) < OfOneEvent(Alike));
        Assert.True(OfOneEvent(Alike with { SharedNames = 1 }) < OfOneEvent(Alike));
        Assert.True(Alike.OfOneEvent(ClusteringWeights.Window) < OfOneEvent(Alike));
    }

    [Fact]
    public void A_third_figure_and_a_third_name_add_nothing() =>
        Assert.Equal(OfOneEvent(Alike with { Figures = 2 }), OfOneEvent(Alike with { Figures = 9, SharedNames = 9 }));

    private static float OfOneEvent(Likeness likeness) => likeness.OfOneEvent(TimeSpan.Zero);
}
