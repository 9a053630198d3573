namespace BriefingBot.Tests.Digests.SameEvent;

public sealed class SameEventTests
{
    [Fact]
    public void The_labelled_set_has_both_halves_and_all_hard_cases()
    {
        Assert.True(LabelledPairs.All.Count >= 200);
        foreach (var half in LabelledPairs.All.GroupBy(p => p.Half))
        {
            Assert.True(half.Count(p => p.Same) >= 30);
            Assert.Superset(
                new HashSet<string> { "same actor", "same place", "same kind elsewhere", "follow-up", "live figures", "other wording", "opinion", "round-up" },
                half.Select(p => p.Case).ToHashSet());
        }

        // No event is in both halves: what was learned on one says something about the other.
        Assert.Empty(Ids("calibration").Intersect(Ids("held-back")));
    }

    [Theory]
    [InlineData("calibration", 0.93, 0.91)]
    [InlineData("held-back", 0.92, 0.64)]
    public void Stories_hold_what_belongs_together_and_little_else(string half, double precision, double recall)
    {
        var agreement = LabelledPairs.Measure(half);

        Assert.True(agreement.Precision >= precision && agreement.Recall >= recall, agreement.ToString());
    }

    private static IEnumerable<string> Ids(string half) =>
        LabelledPairs.All.Where(p => p.Half == half).SelectMany(p => new[] { p.First, p.Second });
}
