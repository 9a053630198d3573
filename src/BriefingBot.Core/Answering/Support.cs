using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Quotes;

namespace BriefingBot.Answering;

/// <summary>
/// Whether one sentence is borne out by another: its words mostly there, its numbers all there. What it quotes has to
/// be there as well, for two things that one person said share "said" and the whole of the name.
/// </summary>
internal static class Support
{
    public static bool Holds(string claim, IReadOnlySet<string> claimStems, string evidence, IReadOnlySet<string> evidenceStems)
    {
        var shared = claimStems.Count(evidenceStems.Contains);
        return shared >= AnswerWeights.SupportWords
            && shared >= AnswerWeights.SupportOverlap * claimStems.Count
            && Numbers(claim).IsSubsetOf(Numbers(evidence))
            && QuotedStems(claim) is var quoted
            && quoted.Count(evidenceStems.Contains) >= AnswerWeights.SupportOfQuotation * quoted.Count;
    }

    private static HashSet<string> QuotedStems(string sentence) =>
        QuoteMarks.Find(sentence, new TextSpan(0, sentence.Length))
            .SelectMany(quote => EnglishTerms.Of(sentence, new TextSpan(quote.Open + 1, Math.Max(quote.Open + 1, quote.Close))))
            .Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Numbers(string sentence) =>
        SentenceShape.Bare(sentence).Where(w => w.Any(char.IsDigit)).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
