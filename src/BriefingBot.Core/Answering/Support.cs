namespace BriefingBot.Answering;

/// <summary>Whether one sentence is borne out by another: its words mostly there, its numbers and names all there.</summary>
internal static class Support
{
    public static bool Holds(string claim, IReadOnlySet<string> claimStems, string evidence, IReadOnlySet<string> evidenceStems)
    {
        var shared = claimStems.Count(evidenceStems.Contains);
        return shared >= AnswerWeights.SupportWords
            && shared >= AnswerWeights.SupportOverlap * claimStems.Count
            && Numbers(claim).IsSubsetOf(Numbers(evidence));
    }

    private static HashSet<string> Numbers(string sentence) =>
        SentenceShape.Bare(sentence).Where(w => w.Any(char.IsDigit)).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
