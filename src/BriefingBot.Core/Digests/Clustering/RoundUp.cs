using System.Text.RegularExpressions;

namespace BriefingBot.Digests.Clustering;

/// <summary>Recognises by its headline an article that holds many stories: it would tie them together, and is a digest itself.</summary>
internal static partial class RoundUp
{
    public static bool Is(string title) => Pattern().IsMatch(title);

    [GeneratedRegex(
        @"\b(news|stories|headlines)( of the (day|week))? in (brief|short|pictures)\b|\b(morning|evening|afternoon|daily|weekly|weekend) (briefing|brief|digest|round-?up|update|newsletter)\b"
        + @"|\bround-?up\b|^the (day|week)(end)? (in|that was)\b|\bweek in review\b|\b(\d+|two|three|four|five|six|seven|ten) (things|stories)( you need)? to (know|watch|read)( (for|on|this|today|before))?[ :,]*\W*((mon|tues|wednes|thurs|fri|satur|sun)day|(january|february|march|april|may|june|july|august|september|october|november|december) \d|morning|week\b|today\b|$)"
        + @"|^what (you need )?to know (on |this )?((mon|tues|wednes|thurs|fri|satur|sun)day|morning|today|this week)\b|\b(five|ten|\d+) stories for\b"
        + @"|\b(mon|tues|wednes|thurs|fri|satur|sun)day['’]s news\b|^(today|yesterday|this week)['’]s (top )?(headlines|news|stories)\b"
        + @"|; (\d+|five|ten) things\b|\b(photos|pictures) (this|of the) week\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
