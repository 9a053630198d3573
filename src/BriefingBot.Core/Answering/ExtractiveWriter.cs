using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Writes an answer out of the articles' own sentences.</summary>
internal sealed class ExtractiveWriter(AnswerOptions options)
{
    public const string Name = "extractive";

    public IReadOnlyList<DraftSentence> Write(RetrievalResult found)
    {
        var draft = new AnswerDraft(options, found.Articles);
        foreach (var candidate in found.IsOverview ? Overview.Rank(found) : SentenceRanking.Rank(found))
        {
            if (draft.IsFull) break;
            if (Standalone.Make(candidate) is { } sentence) draft.Offer(sentence);
        }

        return InReadingOrder(draft.Sentences);
    }

    /// <summary>The best sentence first, for it answers; then the others by article, within an article as its author ordered them.</summary>
    private static List<DraftSentence> InReadingOrder(IReadOnlyList<DraftSentence> chosen) =>
        [.. chosen.Take(1), .. chosen.GroupBy(d => d.Origin.Article.Stored.Key).SelectMany(g => g.OrderBy(d => d.Origin.Span.Start)).Where(d => d != chosen[0])];
}
