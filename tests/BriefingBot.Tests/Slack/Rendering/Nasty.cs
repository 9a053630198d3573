using System.Text.RegularExpressions;
using CsCheck;

namespace BriefingBot.Tests.Slack.Rendering;

/// <summary>Text that tries to be more than text.</summary>
internal static partial class Nasty
{
    private static readonly string[] Fragments =
    [
        "<!here>", "<!channel>", "<!everyone>", "<@U123>", "<#C7|general>", "<!subteam^S1>", "<!date^1392734382^{date}^https://evil.org|x>", "<https://evil.org|bank>", "<mailto:a@evil.org|a>",
        "https://evil.org/a", "HTTP://EVIL", "www.evil.org", "evil.com", "a@evil.org", "@here", "@channel", "#general", ":smile:", ":+1::skin-tone-2:", "::", "&lt;!here&gt;", "&amp;", "&", "[x](https://evil.org)",
        "*bold*", "_it_", "~no~", "`code`", "```", "> ", ">", ">>> ", "•", "- item", "1. item", "# big", "|", "\\", "\n", "\r\n", " ", "  ",
        "\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\uD83D", "😀", "e\u0301", "word", "A sentence. ", "東京", ".", ":", "/", "<", ">", "!", "@",
    ];

    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]),
        Gen.Char['a', 'z'].Array[1, 9].Select(c => new string(c))).Array[0, 40].Select(parts => string.Concat(parts));

    /// <summary>Also far beyond what a message holds, with and without a place to cut.</summary>
    public static readonly Gen<string> LongTexts = Gen.Select(Texts, Gen.Frequency((6, Gen.Const(1)), (1, Gen.Int[2, 300]))).Select((text, times) => string.Concat(Enumerable.Repeat(text, times)));

    /// <summary>Text that Slack reads as mrkdwn.</summary>
    public static void AssertHarmless(string text)
    {
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('>', text);
        Assert.DoesNotMatch(BareAmpersand(), text);
        Assert.DoesNotMatch(Mark(), text);
        Assert.DoesNotMatch(Mention(), text);
        Assert.DoesNotMatch(Emoji(), text);
        Assert.DoesNotMatch(Address(), text);
        Assert.DoesNotMatch(QuoteLine(), text);
        Assert.DoesNotMatch(Hidden(), text);
    }

    [GeneratedRegex(@"&(?!(amp|lt|gt);)(?!\w{0,3}…?$)")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex("[*_~`]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"@(?!\u200B)(?!…?(\n|$))")]
    private static partial Regex Mention();

    [GeneratedRegex(@":[a-z0-9+'-]+:")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"://|\w\.[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^&gt;", RegexOptions.Multiline)]
    private static partial Regex QuoteLine();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u200C-\u200F\uFEFF\u00AD\r]")]
    private static partial Regex Hidden();
}
