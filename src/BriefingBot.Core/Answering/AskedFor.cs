using System.Text.RegularExpressions;
using BriefingBot.Passages;

namespace BriefingBot.Answering;

/// <summary>What kind of thing a question asks for, so that sentences which hold one are preferred.</summary>
public enum AskedFor
{
    Anything,
    Name,
    Number,
    Money,
    Percentage,
    Date,
    Reason,
}

/// <summary>Reads the kind of answer off the question's wording; a coarse form of Li and Roth's (2002) question classes.</summary>
internal static partial class AskedForReader
{
    public static AskedFor Read(string question) =>
        PercentagePattern().IsMatch(question) ? AskedFor.Percentage
        : MoneyPattern().IsMatch(question) ? AskedFor.Money
        : NumberPattern().IsMatch(question) ? AskedFor.Number
        : DatePattern().IsMatch(question) ? AskedFor.Date
        : ReasonPattern().IsMatch(question) ? AskedFor.Reason
        : NamePattern().IsMatch(question) ? AskedFor.Name
        : AskedFor.Anything;

    /// <summary>
    /// Whether a sentence opens with what is asked for and does not say which it is: “The show leads the race” to “Which
    /// show …?”. What it means was named before.
    /// </summary>
    public static bool IsLeftUnnamed(string sentence, string question)
    {
        if (KindPattern().Match(question) is not { Success: true } asked || UnnamedPattern().Match(sentence) is not { Success: true } opening) return false;
        var kind = EnglishTerms.StemsOf(asked.Groups["kind"].Value);
        return EnglishTerms.StemsOf(opening.Groups["kind"].Value).IsSubsetOf(kind);
    }

    /// <summary>What follows "which" as far as it may be a noun; a verb among it does no harm.</summary>
    [GeneratedRegex(@"\b(what|which) (?<kind>[a-z-]+( [a-z-]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex KindPattern();

    /// <summary>A noun after "The" that neither a name nor "of" says more of.</summary>
    [GeneratedRegex(@"^The (?<kind>\p{Ll}+)(?!\p{L})(?! of\b| called\b| named\b|,? ['\p{Pi}\x22]?\p{Lu})")]
    private static partial Regex UnnamedPattern();

    [GeneratedRegex(@"\b(what|which) (percent|percentage|share|proportion)|\bby (what|how many) percent|\bpercentage of\b", RegexOptions.IgnoreCase)]
    private static partial Regex PercentagePattern();

    [GeneratedRegex(@"\bhow much (money|did .* (cost|pay|spend|raise|earn)|does .* cost|will .* cost|is .* worth|was .* (paid|fined|worth))|\b(what|which) (price|sum|cost|fine|amount)|\bhow much\b.*\b(pay|paid|cost|price|worth|spend|billion|million|dollars|pounds|euros)", RegexOptions.IgnoreCase)]
    private static partial Regex MoneyPattern();

    [GeneratedRegex(@"\bhow (many|much|old|long|far|tall|big|large|high|often|fast)\b|\bwhat (number|magnitude|age|score|speed|size)\b|\bwhat was the (magnitude|score|number)", RegexOptions.IgnoreCase)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"(^|,\s*|\band )when\b|\b(what|which) (year|date|day|month|time)\b|\bhow soon\b", RegexOptions.IgnoreCase)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"(^|,\s*|\band )why\b|\bwhat (caused|led to|prompted|was the reason)\b|\bfor what reason\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"\b(who|whom|whose|which|where)\b|\bwhat (country|city|state|company|team|nation|continent|film|movie|show|singer|actor|airline|virus|animal|species|school|university|agency|song|book|band)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamePattern();
}
