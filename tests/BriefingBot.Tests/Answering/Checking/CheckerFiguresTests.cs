using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>Holds the checker to the figures in tests/README.md, with a little room for other changes.</summary>
public sealed class CheckerFiguresTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledSentence> Set = LabelledSet.Read();

    [Fact]
    public void Every_kind_of_sentence_is_well_represented_in_the_set()
    {
        var kinds = Set.CountBy(s => s.Kind).ToDictionary();
        Assert.True(kinds[LabelledSet.Supported] >= 130);
        Assert.All(kinds, kind => Assert.True(kind.Value >= 20, kind.Key));
        Assert.Equal(Set.Count, Set.DistinctBy(s => (s.Text, s.Cited[0].Passage)).Count());
    }

    [Theory]
    [InlineData("calibration", 0.95, 0.06)]
    [InlineData("held-back", 0.94, 0.09)]
    [InlineData("A", 0.89, 0.13)]
    [InlineData("B", 0.89, 0.05)]
    [InlineData("C", 0.92, 0.17)]
    public void Corrupted_sentences_are_caught_and_true_ones_pass(string set, double caught, double refused)
    {
        var judged = Set.Where(s => s.Set == set).Select(s => (s.Kind, ParaphraseChecker.Judge(s.Text, s.Cited).IsSupported)).ToList();
        foreach (var kind in judged.GroupBy(j => j.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key,-18} {kind.Count(j => j.IsSupported == (kind.Key == LabelledSet.Supported)),4} of {kind.Count(),4}");
        }

        Assert.True(judged.Where(j => j.Kind != LabelledSet.Supported).Average(j => j.IsSupported ? 0.0 : 1.0) >= caught);
        Assert.True(judged.Where(j => j.Kind == LabelledSet.Supported).Average(j => j.IsSupported ? 0.0 : 1.0) <= refused);
    }
}
