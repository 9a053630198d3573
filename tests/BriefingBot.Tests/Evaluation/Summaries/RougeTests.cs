using BriefingBot.Evaluation.Summaries;

namespace BriefingBot.Tests.Evaluation.Summaries;

/// <summary>Expected values are reckoned by hand.</summary>
public sealed class RougeTests
{
    [Fact]
    public void The_longest_common_subsequence_tells_word_order_apart()
    {
        // After the example of Lin 2004, section 3.1, with stems: in order 3 of 4 words, reversed only "the gunman".
        const string reference = "police killed the gunman";

        Assert.Equal(0.75, Rouge.Of("police ended the gunman", reference).Longest.F1, 10);
        Assert.Equal(0.5, Rouge.Of("the gunman killed police", reference).Longest.F1, 10);
    }

    [Fact]
    public void Overlap_of_words_and_pairs_over_what_each_side_has()
    {
        // Words: the cat sat on the mat / the cat lay on a mat: the, cat, on, mat = 4 of 6 and 6. Pairs: "the cat" = 1 of 5 and 5.
        // Longest common subsequence: the cat on mat = 4.
        var rouge = Rouge.Of("the cat sat on the mat", "the cat lay on a mat");

        Assert.Equal((4 / 6.0, 4 / 6.0), (rouge.Unigrams.Precision, rouge.Unigrams.Recall));
        Assert.Equal((0.2, 0.2, 0.2), (rouge.Bigrams.Precision, rouge.Bigrams.Recall, Math.Round(rouge.Bigrams.F1, 10)));
        Assert.Equal(4 / 6.0, rouge.Longest.F1, 10);
    }

    [Fact]
    public void A_word_counts_no_more_often_than_the_reference_has_it()
    {
        var rouge = Rouge.Of("the the the the", "the ship");

        Assert.Equal((0.25, 0.5), (rouge.Unigrams.Precision, rouge.Unigrams.Recall));
        Assert.Equal(1 / 3.0, rouge.Unigrams.F1, 10);
    }

    [Fact]
    public void Case_punctuation_and_endings_do_not_count() =>
        Assert.Equal(1, Rouge.Of("Ferries, closing!", "ferry closed").Unigrams.F1);

    [Fact]
    public void Nothing_scores_nothing()
    {
        var rouge = Rouge.Of("", "a ship");

        Assert.Equal((0, 0, 0), (rouge.Unigrams.F1, rouge.Bigrams.F1, rouge.Longest.F1));
    }
}
