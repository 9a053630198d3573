using BriefingBot.Passages;

namespace BriefingBot.Chat.Feedback;

/// <summary>Brings the wordings of one question together: "What did Esper say?" and "what Esper said".</summary>
public static class GapKey
{
    /// <summary>Its distinct content words as stems in alphabetical order; without any, the question in lower case.</summary>
    public static string Of(string question)
    {
        var stems = EnglishTerms.Of(question).Select(t => t.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return stems.Count > 0 ? string.Join(' ', stems) : question.Trim().ToLowerInvariant();
    }
}
