using BriefingBot.Articles;
using BriefingBot.Passages;
using CsCheck;

namespace BriefingBot.Tests.Passages;

public sealed class SentenceSplitterPropertyTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "word", "Mr", "U.S", "No", "Why", "I", "a", "5", "1", ".", ".", "...", "…", "!", "?", "\"", "“", "”", "'", "’", "(", ")",
        " ", " ", " ", "\n", "\n\n", "\t", "• ", "- ", ",", ":", "😀", "é", "\ud83d", "com", "www.", "/", "The");

    private static readonly Gen<(string Text, TextSpan Range)> Ranges =
        from text in Gen.OneOf(Pieces.Array[0, 60].Select(string.Concat), Gen.String)
        from start in Gen.Int[0, text.Length]
        from end in Gen.Int[start, text.Length]
        select (text, new TextSpan(start, end));

    [Fact]
    public void Sentences_are_ordered_trimmed_and_cover_everything_but_white_space() => Ranges.Sample(
        (text, range) =>
        {
            var at = range.Start;
            foreach (var sentence in SentenceSplitter.Split(text, range))
            {
                Assert.True(sentence.Start >= at && sentence.Length > 0 && sentence.End <= range.End);
                Assert.True(string.IsNullOrWhiteSpace(text[at..sentence.Start]));
                Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
                at = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..range.End]));
        });

    [Fact]
    public void A_surrogate_pair_is_never_split() => Pieces.Array[0, 60].Select(string.Concat).Sample(text =>
    {
        foreach (var sentence in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
        {
            Assert.False(sentence.Start > 0 && char.IsSurrogatePair(text[sentence.Start - 1], text[sentence.Start]));
        }
    });

    [Fact]
    public void A_blank_line_always_ends_a_sentence() => Pieces.Array[0, 60].Select(string.Concat).Sample(text =>
    {
        foreach (var sentence in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
        {
            Assert.DoesNotContain("\n\n", sentence.Of(text), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("a.B")]
    [InlineData("\n ")]
    [InlineData("“ ”")]
    [InlineData("x")]
    public void A_megabyte_of_anything_is_split_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var started = TimeProvider.System.GetTimestamp();

        var covered = SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Sum(s => s.Length);

        Assert.InRange(covered, 0, text.Length);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
