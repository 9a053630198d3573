using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>Holds the checker to the figures in tests/README.md, with a little room for other changes.</summary>
public sealed class CheckerFiguresTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledSentence> Set = LabelledSet.Read();

    /// <summary>Parts that no rule was made with: they tell what to expect of material of others.</summary>
    private static readonly IReadOnlyList<string> Fresh = ["E", "F"];

    [Fact]
    public void Every_kind_of_sentence_is_well_represented_in_the_set()
    {
        var kinds = Set.CountBy(s => s.Kind).ToDictionary();
        Assert.True(kinds[LabelledSet.Supported] >= 130);
        Assert.All(kinds, kind => Assert.True(kind.Value >= 20, kind.Key));
        Assert.Equal(Set.Count, Set.DistinctBy(s => (s.Text, s.Cited[0].Passage)).Count());
    }

    [Theory]
    [InlineData("calibration", 0.97, 0.05)]
    [InlineData("held-back", 0.96, 0.06)]
    [InlineData("A", 0.94, 0.16)]
    [InlineData("B", 0.95, 0.07)]
    [InlineData("C", 0.97, 0.10)]
    [InlineData("D", 0.88, 0.16)]
    [InlineData("E", 0.86, 0.52)]
    [InlineData("F", 0.88, 0.26)]
    public void Corrupted_sentences_are_caught_and_true_ones_pass(string set, double caught, double refused) => Hold(s => s.Set == set, caught, refused);

    [Fact]
    public void Of_the_parts_that_rules_were_made_with_nineteen_in_twenty_corrupted_ones_are_caught_and_nine_in_ten_true_ones_pass() =>
        Hold(s => !Fresh.Contains(s.Set), 0.95, 0.10);

    private void Hold(Func<LabelledSentence, bool> part, double caught, double refused) => LabelledSet.Hold(Set.Where(part), (text, cited) => ParaphraseChecker.Judge(text, cited).IsSupported, caught, refused, output);
}
