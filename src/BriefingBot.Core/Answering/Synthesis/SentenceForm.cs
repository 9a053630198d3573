using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// What a written sentence may look like at all. Every sentence is judged alone, so each has to be understood alone: a
/// "he" whose sentence before was dropped would come to mean somebody else.
/// </summary>
internal static partial class SentenceForm
{
    public const int FewestWords = 3;
    public const int MostWords = 60;
    private const int MostCharacters = 500;

    public static Refusal? FlawOf(string sentence) =>
        sentence.Length > MostCharacters || SentenceShape.Words(sentence) is < FewestWords or > MostWords ? Refusal.Length
        : IsForeign(sentence) ? Refusal.Markup
        : ModelInstruction.Is(sentence) ? Refusal.Instruction
        : !SentenceShape.IsStatement(sentence) || SentenceShape.IsTornQuote(sentence) ? Refusal.Form
        : SentenceShape.Leans(sentence) ? Refusal.Leaning
        : null;

    /// <summary>Whether it holds an address, a mention, markup or what looks encoded.</summary>
    public static bool IsForeign(string text) => Foreign().IsMatch(text);

    /// <summary>Without what cannot be seen, on one line, without emphasis and the marks of a list or heading before it.</summary>
    public static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\t') clean.Append(' ');
            else if (!IsHidden(rune)) clean.Append(rune.ToString());
        }

        return Emphasis().Replace(ListMark().Replace(clean.ToString(), ""), "");
    }

    /// <summary>Controls, formats (zero-width, bidirectional, tags), what has no meaning of its own, and blanks that are no white space to Unicode.</summary>
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
        || rune.Value is 0xFFFD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    [GeneratedRegex(@"^\s*(?:(?:[-*•▪●–—>]|#{1,6}|\d{1,2}[.)])\s+)+")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\*{1,3}|_{2,3}|(?<!\w)_|_(?!\w)")]
    private static partial Regex Emphasis();

    // Addresses with a scheme, of mail, or with a path or a well-known ending; brackets, code, entities and Slack's marks;
    // mentions by any at sign, full-width ones too; channels and shortcodes; runs that no word of the news is made of.
    [GeneratedRegex(
        """
        \w:/ | //\S | \bwww\. | \b(?:mailto|javascript|data|tel|file)\s*: | \w\.\p{L}{2,}/ | \b[\w-]+\.(?:com|net|org|io|gg|example|ru|xyz|info|biz|top|site|online|app|dev|me|co|link|click)\b
        | [<>\[\]{}|\\`~^＜＞［］｛｝] | &\#?\w+; | [@＠﹫] | (?<!\w)\#\w | (?<!\w):\w+: | ![a-z]
        | [^\s\p{P}]{41,} | [A-Za-z0-9+/=_-]{45,} | (?:\b[0-9a-fA-F]{2}\s){6,} | \b(?=[a-fA-F]*\d)(?=\d*[a-fA-F])[0-9a-fA-F]{16,}\b | \b[A-Za-z0-9+/]{12,}=+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
