using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

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
    [InlineData("G", 0.96, 0.10)]
    [InlineData("H", 0.94, 0.07)]
    [InlineData("I", 0.95, 0.08)]
    [InlineData("J", 0.95, 0.12)]
    [InlineData("K", 0.94, 0.14)]
    [InlineData("L", 0.94, 0.14)]
    [InlineData("M", 0.89, 0.22)]
    public void Corrupted_sentences_are_caught_and_true_ones_pass(string set, double caught, double refused) => Hold(s => s.Set == set, caught, refused);

    [Fact]
    public void Of_all_nineteen_in_twenty_corrupted_ones_are_caught_and_nine_in_ten_true_ones_pass() => Hold(_ => true, 0.95, 0.10);

    [Fact]
    public void For_as_many_the_passages_hold_a_short_verbatim_part_that_is_evidence() => LabelledSet.Hold(
        Set, (text, cited) => BearingOut.Of(text, [.. cited.Select((c, i) => Citable(c, i))]).Refusal is null, 0.95, 0.10, output);

    private static CitablePassage Citable(CitedText cited, int number)
    {
        var article = NewsDesk.Article($"a{number}", cited.Title, $"{cited.Published:yyyy-MM-dd}", cited.Source, cited.Passage);
        var found = new RetrievedArticle(new StoredArticle(number, article, DateTimeOffset.UnixEpoch, number), 1, [], new HashSet<string>(), new HashSet<string>(), []);
        return new CitablePassage($"k{number}", found, new TextSpan(0, article.Text.Length), PlainText.OneLine(article.Text));
    }

    private void Hold(Func<LabelledSentence, bool> part, double caught, double refused) => LabelledSet.Hold(Set.Where(part), (text, cited) => ShorteningChecker.Judge(text, cited).IsSupported, caught, refused, output);
}
