namespace BriefingBot.Tests.Digests.SameEvent;

public sealed class SameEventTests
{
    [Fact]
    public void Every_part_of_the_labelled_set_has_all_hard_cases_and_its_own_events()
    {
        Assert.True(LabelledPairs.All.Count >= 200);
        foreach (var half in LabelledPairs.All.GroupBy(p => p.Half))
        {
            Assert.True(half.Count(p => p.Same) >= 30);
            Assert.Superset(
                new HashSet<string> { "same actor", "same place", "same kind elsewhere", "follow-up", "live figures", "other wording", "opinion", "round-up" },
                half.Select(p => p.Case).ToHashSet());
        }

        // No event is in two of them: what was learned on one says something about the others.
        var parts = LabelledPairs.All.GroupBy(p => p.Half).Select(part => part.SelectMany(p => new[] { p.First, p.Second }).ToHashSet()).ToList();
        Assert.Equal(3, parts.Count);
        Assert.Equal(LabelledPairs.Articles.Count, parts.Sum(p => p.Count));
    }

    [Theory]
    [InlineData("calibration", 0.96, 0.79)]
    [InlineData("held-back", 0.90, 0.69)]
    [InlineData("long reports", 0.93, 0.85)]
    public void Stories_hold_what_belongs_together_and_little_else(string half, double precision, double recall)
    {
        var agreement = LabelledPairs.Measure(half);

        Assert.True(agreement.Precision >= precision && agreement.Recall >= recall, agreement.ToString());
    }
}
