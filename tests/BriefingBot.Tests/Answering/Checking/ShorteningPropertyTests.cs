using BriefingBot.Answering.Checking;
using CsCheck;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class ShorteningPropertyTests
{
    private static readonly IReadOnlyList<(CitedText Cited, string Sentence)> Sentences = LabelledSet.OwnSentences(LabelledSet.ReadShortened());

    [Fact]
    public void A_sentence_taken_over_word_for_word_is_always_supported() =>
        Assert.All(Sentences, v => Assert.Equal("", ShorteningChecker.Judge(v.Sentence, [v.Cited]).Reason));

    [Fact]
    public void A_word_that_no_passage_has_is_always_caught() => Assert.Empty(Sentences.AsParallel().SelectMany(v => With(v.Sentence, "quizzically", "zebras", "levitated")
        .Where(s => ShorteningChecker.Judge(s, [v.Cited]).IsSupported)));

    [Fact]
    public void Whatever_the_texts_hold_a_verdict_is_reached_and_is_the_same_again() =>
        Gen.String.Select(Gen.String).Sample((sentence, passage) =>
        {
            CitedText[] cited = [new(passage, passage, "", new DateOnly(2026, 3, 12))];
            Assert.Equal(ShorteningChecker.Judge(sentence, cited).Reason, ShorteningChecker.Judge(sentence, cited).Reason);
        }, iter: 300);

    // After every fifth word, outside of quotations.
    private static IEnumerable<string> With(string sentence, params string[] added)
    {
        var words = sentence.Split(' ');
        return sentence.IndexOfAny(['"', '“', '\'', '’']) >= 0 ? [] : from at in Enumerable.Range(1, words.Length - 1).Where(i => i % 5 == 0)
                                                                        from word in added
                                                                        select string.Join(' ', [.. words[..at], word, .. words[at..]]);
    }
}
