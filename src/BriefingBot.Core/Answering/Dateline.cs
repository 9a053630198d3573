using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Steps over a dateline ("LONDON (AP) — ") at the start of a sentence: it says where a report was filed, not what happened.</summary>
internal static partial class Dateline
{
    private const int Longest = 60;

    public static TextSpan Skip(string text, TextSpan sentence)
    {
        var head = text.Substring(sentence.Start, Math.Min(Longest, sentence.Length));
        var length = Pattern().Match(head).Length;
        return length > 0 && length < sentence.Length ? sentence with { Start = sentence.Start + length } : sentence;
    }

    // A place in capitals or title case, at most four words, with the day, an agency in brackets or a dash behind it; or the agency alone.
    [GeneratedRegex(@"^(?:(?:\p{Lu}[\p{L}.’'-]*,?\s+){0,4}\((?:CNN|AP|AFP|Reuters|BBC|UPI|dpa|ANSA|EFE|Bloomberg|Xinhua|TASS)[^)]{0,20}\)\s*(?:[—–-]+\s*)?|(?:\p{Lu}{3,}[\p{Lu} ,.]*(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?\s\d{1,2}(?:,\s\d{4})?\s*)?(?:\([^)]{1,20}\)\s*)?(?:[—–]|--)\s*))(?=\S)")]
    private static partial Regex Pattern();
}
