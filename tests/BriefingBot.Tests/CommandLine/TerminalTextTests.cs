using System.Globalization;
using BriefingBot.CommandLine.Rendering;
using CsCheck;

namespace BriefingBot.Tests.CommandLine;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", " [31mred [0m")]
    [InlineData("\u009b31mred", " 31mred")]
    [InlineData("\u001b]8;;https://example.org\u0007link", " ]8;;https://example.org link")]
    [InlineData("back\bspace\rreturn\u007f", "back space return ")]
    [InlineData("tab\tbed", "tab bed")]
    public void Control_characters_become_spaces_so_that_no_escape_sequence_acts(string text, string safe) =>
        Assert.Equal(safe, TerminalText.Lines(text));

    [Theory]
    [InlineData("user\u202egnp.exe")]
    [InlineData("\u2066isolated\u2069")]
    [InlineData("zero\u200bwidth\u200d\ufeff")]
    [InlineData("soft\u00adhyphen")]
    [InlineData("tag\U000e0041")]
    public void Bidirectional_and_invisible_characters_are_left_out(string text)
    {
        var visible = string.Concat(text.Where(c => char.IsAsciiLetter(c) || c == '.'));
        Assert.Equal(visible, TerminalText.Lines(text));
    }

    [Theory]
    [InlineData("“Grüße”, said Łukasz — 北京 ждёт 🚢")]
    [InlineData("e\u0301 stays an accent")]
    public void Letters_of_all_scripts_marks_and_emoji_stay(string text) => Assert.Equal(text, TerminalText.Lines(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("a\ufffdb", TerminalText.Lines("a\ud83db"));

    [Fact]
    public void Line_breaks_stay_in_texts_and_become_spaces_in_lines()
    {
        Assert.Equal("one\ntwo\nthree", TerminalText.Lines("one\ntwo\u2028three"));
        Assert.Equal("one two three", TerminalText.OneLine(" one\r\n two\u2028\tthree\n"));
    }

    [Fact]
    public void No_text_whatever_leaves_a_control_or_format_character()
    {
        Gen.Char[char.MinValue, char.MaxValue].Array[0, 40].Sample(chars =>
        {
            var safe = TerminalText.Lines(new string(chars));
            Assert.DoesNotContain(safe.EnumerateRunes(), r =>
                System.Text.Rune.GetUnicodeCategory(r) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator
                || (System.Text.Rune.IsControl(r) && r.Value != '\n'));
            Assert.Equal(safe, TerminalText.Lines(safe));
        });
    }
}
