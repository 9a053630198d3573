using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>Holds what models' sentences are held to itself to the figures in tests/README.md, with a little room for other changes.</summary>
public sealed class ShorteningFiguresTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledSentence> Set = LabelledSet.ReadShortened();

    [Fact]
    public void Every_kind_of_sentence_is_well_represented_in_the_set()
    {
        Assert.All(Set.CountBy(s => s.Kind), kind => Assert.True(kind.Value >= 70, kind.Key));
        Assert.Equal(Set.Count, Set.DistinctBy(s => (s.Text, string.Join('\n', s.Cited.Select(c => c.Passage)))).Count());
    }

    [Theory]
    [InlineData("G", 0.95, 0.13)]
    [InlineData("H", 0.93, 0.11)]
    [InlineData("I", 0.92, 0.11)]
    [InlineData("J", 0.91, 0.14)]
    public void Corrupted_sentences_are_caught_and_true_ones_pass(string set, double caught, double refused) => Hold(s => s.Set == set, caught, refused);

    [Fact]
    public void Of_all_more_than_nine_in_ten_corrupted_ones_are_caught_and_true_ones_pass_about_as_often() => Hold(_ => true, 0.935, 0.11);

    private void Hold(Func<LabelledSentence, bool> part, double caught, double refused) => LabelledSet.Hold(Set.Where(part), ShorteningChecker.Judge, caught, refused, output);
}
