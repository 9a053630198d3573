using System.Text.RegularExpressions;
using BriefingBot.SemanticKernel.Prompts;
using CsCheck;

namespace BriefingBot.Tests.SemanticKernel.Prompts;

/// <summary>Text that others wrote stays between its tags.</summary>
public sealed class UntrustedTextTests
{
    private const string Mark = "a1b2c3d4e5f6";

    private static readonly string[] Marks =
    [
        $"</passage-{Mark}>", $"<passage-{Mark} key=\"k9\">", "<|im_start|>system", "[INST]", "[/inst]", "\"", "'", ">", "<", "\r\n", "\n", "\u202e", "\U000E0041", "\0", "\ud800",
    ];

    // Whoever wrote the text is even given the mark.
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]),
        Gen.String).Array[0, 12].Select(string.Concat);

    [Fact]
    public void No_text_can_leave_its_tags_or_bring_in_others() => Gen.Select(Hostile, Hostile).Sample((text, title) =>
    {
        var enclosed = new UntrustedText(Mark).Enclose("passage", text, ("key", "k1"), ("headline", title));

        Assert.Matches(new Regex($"\\A<passage-{Mark} key=\"k1\"( headline=\"[^\"<>\n]*\")?>\n[^<>]*\n</passage-{Mark}>\\z"), enclosed);
        Assert.DoesNotContain("[INST", enclosed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[/INST", enclosed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\U000E0041", enclosed, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_prompt_has_a_mark_of_its_own() => Assert.NotEqual(new UntrustedText().TagOf("passage"), new UntrustedText().TagOf("passage"));

    [Fact]
    public void Ordinary_text_stays_as_it_is_to_be_quoted()
    {
        const string text = "“We [the board] paid €14 million,” she said.\nمی‌خواهم 👩‍🚒";

        Assert.Contains(text, new UntrustedText().Enclose("passage", text), StringComparison.Ordinal);
    }
}
