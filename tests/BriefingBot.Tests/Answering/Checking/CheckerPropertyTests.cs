using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Passages;
using CsCheck;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class CheckerPropertyTests
{
    private static readonly IReadOnlyList<CitedText> Passages = [.. LabelledSet.Read().SelectMany(s => s.Cited).DistinctBy(c => c.Passage)];

    private static readonly Gen<(CitedText Cited, string Sentence)> Verbatim =
        from cited in Gen.OneOf<CitedText>([.. Passages])
        from sentence in Gen.OneOf<string>([.. SentenceSplitter.Split(cited.Passage, new TextSpan(0, cited.Passage.Length)).Select(s => s.Of(cited.Passage))])
        select (cited, sentence);

    [Fact]
    public void A_sentence_taken_over_word_for_word_is_always_supported() =>
        Verbatim.Sample(v => Assert.Equal("", ParaphraseChecker.Judge(v.Sentence, [v.Cited]).Reason), iter: 1000);

    [Fact]
    public void A_changed_number_is_always_caught() =>
        Verbatim.Where(v => v.Sentence.Any(char.IsDigit)).Select(Gen.Int[1, 8], Gen.Int[0, 50]).Sample((v, add, pick) =>
        {
            var digits = Enumerable.Range(0, v.Sentence.Length).Where(i => char.IsAsciiDigit(v.Sentence[i])).ToList();
            var at = digits[pick % digits.Count];
            var changed = v.Sentence[..at] + (char)('0' + ((v.Sentence[at] - '0' + add) % 9) + ((v.Sentence[at] - '0' + add) % 9 == v.Sentence[at] - '0' ? 1 : 0)) + v.Sentence[(at + 1)..];
            // The new number may stand elsewhere in the passage, where it belongs to something else.
            var number = string.Concat(changed[..at].Reverse().TakeWhile(IsInNumber).Reverse()) + string.Concat(changed[at..].TakeWhile(IsInNumber));
            if (v.Cited.Passage.Contains(number.Trim('.', ','), StringComparison.Ordinal)) return;
            Assert.False(ParaphraseChecker.Judge(changed, [v.Cited]).IsSupported, changed);
        }, iter: 1000);

    [Fact]
    public void A_name_that_is_not_in_the_text_is_always_caught() =>
        Verbatim.Select(Gen.Int[0, 50], Gen.OneOf<string>("Zoltana", "Quimby", "Ferrowick", "Oquendo")).Sample((v, pick, name) =>
        {
            var words = v.Sentence.Split(' ');
            var names = Enumerable.Range(1, words.Length - 1).Where(i => words[i].Length > 2 && words[i].All(char.IsLetter) && char.IsUpper(words[i][0]) && words[i].Skip(1).All(char.IsLower)).ToList();
            if (names.Count == 0) return;
            words[names[pick % names.Count]] = name;
            Assert.False(ParaphraseChecker.Judge(string.Join(' ', words), [v.Cited]).IsSupported, string.Join(' ', words));
        }, iter: 1000);

    [Fact]
    public void Whatever_the_texts_hold_a_verdict_is_reached_and_is_the_same_again() =>
        Gen.String.Select(Gen.String).Sample((sentence, passage) =>
        {
            CitedText[] cited = [new(passage, "", "", new DateOnly(2026, 3, 12))];
            Assert.Equal(ParaphraseChecker.Judge(sentence, cited).Reason, ParaphraseChecker.Judge(sentence, cited).Reason);
        }, iter: 300);

    private static bool IsInNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
}
