using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Retrieval;

/// <summary>The words of a question that say what it is about.</summary>
/// <param name="Stem">As the index knows it.</param>
/// <param name="IsName">Written like a proper name (capital or digits) where a common word would not be.</param>
public readonly record struct QuestionTerm(string Stem, TextSpan Span, bool IsName);

/// <summary>Picks the content words out of a question.</summary>
public static class QuestionTerms
{
    // Words that ask instead of saying what about, as stems. Time words are taken out by the period reader.
    private static readonly HashSet<string> Asking =
    [
        "which", "what", "who", "whom", "whose", "when", "where", "why", "how", "mani", "much", "did", "doe", "do",
        "wa", "were", "ha", "have", "had", "been", "is", "ar", "can", "could", "would", "should", "mai", "might",
        "pleas", "tell", "me", "about", "accord", "approxim", "my", "your", "you", "i", "we", "our", "from", "his", "her", "he", "she", "its",
        "week", "recent", "follow", "ani", "some", "so", "also", "than", "them", "us", "todai", "after", "dure", "over", "whether",
        "happen", "occur", "latest", "newest", "current", "headlin", "updat", "anyth", "someth",
    ];

    /// <summary>The content words in order, leaving out the spans that were understood as something else (a period, a source).</summary>
    public static IReadOnlyList<QuestionTerm> Of(string question, IReadOnlyList<TextSpan> understood)
    {
        var terms = new List<QuestionTerm>();
        foreach (var term in EnglishTerms.Of(question))
        {
            if (understood.Any(span => span.Overlaps(term.Span))) continue;
            var written = term.Span.Of(question);
            var isName = IsName(question, term.Span);
            if ((Asking.Contains(term.Stem) && !(isName && written is "US" or "WHO")) || IsMeasure(question, term.Span)) continue;
            terms.Add(new QuestionTerm(term.Stem, term.Span, isName));
        }

        return terms;
    }

    /// <summary>"How long", "how old", "how far": the word after "how" belongs to the asking.</summary>
    private static bool IsMeasure(string question, TextSpan span) =>
        question.AsSpan(0, span.Start).TrimEnd().EndsWith("how", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string question, TextSpan span)
    {
        var first = question[span.Start];
        if (char.IsDigit(first)) return true;
        return char.IsUpper(first) && (span.Start > 0 || span.Of(question).Skip(1).Any(char.IsUpper));
    }
}
