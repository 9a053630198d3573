using System.Text.RegularExpressions;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// Words that tell the reader what to do. News reports what others urge and in their words; a sentence that urges where
/// its passages do not is what somebody who has turned the model wants readers to do.
/// </summary>
internal static partial class Urging
{
    /// <summary>The first such word that no cited passage has; null when there is none.</summary>
    public static string? In(string sentence, IReadOnlyList<CitablePassage> cited) => Words().Matches(sentence).Select(m => m.Value)
        .FirstOrDefault(word => !cited.Any(c => Regex.IsMatch(c.Span.Of(c.Article.Article.Text), $@"\b{word}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    [GeneratedRegex(
        @"\b(?:you|your|yours|yourself|please|should|must|ought|click|visit|subscribe|download|install|password|passwords|passcode|donate|everyone|readers|users|prompt|prompts|instructions?|chatbot|assistant)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
