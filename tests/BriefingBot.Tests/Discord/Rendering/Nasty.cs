using System.Text.RegularExpressions;
using CsCheck;

namespace BriefingBot.Tests.Discord.Rendering;

/// <summary>Text that tries to be more than text.</summary>
internal static partial class Nasty
{
    private static readonly string[] Fragments =
    [
        "@everyone", "@here", "<@123>", "<@&5>", "<#7>", "</ask:1>", "[x](http://evil)", "[x](<https://evil>)", "https://evil.org/a", "HTTP://EVIL", "discord.gg/x", "discordapp.com/invite/x",
        "`", "```", "||", ">>> ", "> ", "#", "# big", "-# small", "- item", "1. item", "<:a:1>", "<a:b:2>", "<t:1:R>", "*", "**", "_", "__", "~~", "\\", "\\\\", "\n", "\r\n", " ", "  ",
        "\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\uD83D", "😀", "e\u0301", "word", "A sentence. ", "東京", ".", ":", "/", "<", ">", "[", "]", "(", ")", "@", "discord",
    ];

    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]),
        Gen.Char['a', 'z'].Array[1, 9].Select(c => new string(c))).Array[0, 40].Select(parts => string.Concat(parts));

    /// <summary>Also far beyond what a message holds, with and without a place to cut.</summary>
    public static readonly Gen<string> LongTexts = Gen.Select(Texts, Gen.Frequency((6, Gen.Const(1)), (1, Gen.Int[2, 60]))).Select((text, times) => string.Concat(Enumerable.Repeat(text, times)));

    public static void AssertHarmless(string text)
    {
        Assert.DoesNotMatch(Mention(), text);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Invite(), text);
        Assert.DoesNotMatch(Hidden(), text);
        Assert.DoesNotMatch(ListNumber(), text);
        Assert.DoesNotMatch(Mark(), Escape().Replace(text, ""));
    }

    [GeneratedRegex(@"@(?!\u200B)(?!$)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"discord(app)?\.", RegexOptions.IgnoreCase)]
    private static partial Regex Invite();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u200C-\u200F\uFEFF\u00AD\r\n]")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"\\[^0-9A-Za-z\s]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\\*_~`|<>\[\]#]|^[-+]")]
    private static partial Regex Mark();
}
