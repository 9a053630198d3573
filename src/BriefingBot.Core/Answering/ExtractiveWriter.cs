using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Writes an answer out of the articles' own sentences.</summary>
internal sealed class ExtractiveWriter(AnswerOptions options)
{
    public const string Name = "extractive";

    public IReadOnlyList<DraftSentence> Write(RetrievalResult found)
    {
        var draft = new AnswerDraft(options, found.Articles);
        CandidateSentence? best = null;
        foreach (var candidate in found.IsOverview ? Overview.Rank(found) : SentenceRanking.Rank(found))
        {
            if (draft.IsFull) break;
            best ??= candidate;
            if (!IsBeside(best, candidate) && Standalone.Make(candidate) is { } sentence) draft.Offer(sentence);
        }

        return WithoutRepeatedLeadIns(InReadingOrder(draft.Sentences));
    }

    /// <summary>Whether a sentence of another article says so much less of the question that it is about something else.</summary>
    private static bool IsBeside(CandidateSentence best, CandidateSentence candidate) =>
        candidate.Article != best.Article && candidate.Coverage < AnswerWeights.BesideBelow * best.Coverage;

    /// <summary>The best sentence first, for it answers; then the others by article, within an article as its author ordered them.</summary>
    private static List<DraftSentence> InReadingOrder(IReadOnlyList<DraftSentence> chosen) =>
        [.. chosen.Take(1), .. chosen.GroupBy(d => d.Origin.Article.Stored.Key).SelectMany(g => g.OrderBy(d => d.Origin.Span.Start)).Where(d => d != chosen[0])];

    private static List<DraftSentence> WithoutRepeatedLeadIns(List<DraftSentence> ordered) =>
        [.. ordered.Select((sentence, i) => i > 0 && sentence.LeadIn == ordered[i - 1].LeadIn ? sentence with { LeadIn = "" } : sentence)];
}
