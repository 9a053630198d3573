using BriefingBot.Answering.Checking;
using CsCheck;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class CheckerPropertyTests
{
    private static readonly IReadOnlyList<(CitedText Cited, string Sentence)> Sentences = LabelledSet.OwnSentences(LabelledSet.Read());

    [Fact]
    public void A_sentence_taken_over_word_for_word_is_always_supported() =>
        Assert.All(Sentences, v => Assert.Equal("", ParaphraseChecker.Judge(v.Sentence, [v.Cited]).Reason));

    /// <summary>Every digit of every sentence, not a sample: each number has company of its own, and one that gets away is a fault.</summary>
    [Fact]
    public void A_changed_number_is_always_caught()
    {
        var missed = Sentences.AsParallel().SelectMany(v => Changed(v.Sentence)
            // The new number may stand elsewhere in the passage, where it belongs to something else; and "at least 60" is true of 63.
            .Where(c => !v.Cited.Passage.Contains(c.Number.Trim('.', ','), StringComparison.Ordinal))
            .Where(c => !c.Sentence.Contains($"least {c.Number}", StringComparison.Ordinal))
            .Where(c => ParaphraseChecker.Judge(c.Sentence, [v.Cited]).IsSupported).Select(c => c.Sentence));

        Assert.Equal("", string.Join("\n", missed));
    }

    [Fact]
    public void A_name_that_is_not_in_the_text_is_always_caught() =>
        Assert.Empty(Sentences.AsParallel().SelectMany(v => Renamed(v.Sentence).Where(s => ParaphraseChecker.Judge(s, [v.Cited]).IsSupported)));

    [Fact]
    public void Whatever_the_texts_hold_a_verdict_is_reached_and_is_the_same_again() =>
        Gen.String.Select(Gen.String).Sample((sentence, passage) =>
        {
            CitedText[] cited = [new(passage, "", "", new DateOnly(2026, 3, 12))];
            Assert.Equal(ParaphraseChecker.Judge(sentence, cited).Reason, ParaphraseChecker.Judge(sentence, cited).Reason);
        }, iter: 300);

    private static IEnumerable<string> Renamed(string sentence)
    {
        var words = sentence.Split(' ');
        return from at in Enumerable.Range(1, words.Length - 1)
               where words[at].Length > 2 && words[at].All(char.IsLetter) && char.IsUpper(words[at][0]) && words[at].Skip(1).All(char.IsLower)
               from name in new[] { "Zoltana", "Quimby", "Ferrowick", "Oquendo" }
               select string.Join(' ', [.. words[..at], name, .. words[(at + 1)..]]);
    }

    private static IEnumerable<(string Sentence, string Number)> Changed(string sentence) =>
        from at in Enumerable.Range(0, sentence.Length).Where(i => char.IsAsciiDigit(sentence[i]))
        from add in new[] { 2, 5, 7 }
        let changed = $"{sentence[..at]}{(sentence[at] - '0' + add) % 10}{sentence[(at + 1)..]}"
        select (changed, string.Concat(changed[..at].Reverse().TakeWhile(IsInNumber).Reverse()) + string.Concat(changed[at..].TakeWhile(IsInNumber)));

    private static bool IsInNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
}
