using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Writes an answer out of the articles' own sentences.</summary>
internal sealed class ExtractiveWriter(AnswerOptions options)
{
    public const string Name = "extractive";

    public IReadOnlyList<DraftSentence> Write(RetrievalResult found)
    {
        var chosen = new List<DraftSentence>();
        CandidateSentence? best = null;
        var (sentences, words) = (0, 0);
        foreach (var candidate in SentenceRanking.Rank(found))
        {
            if (sentences >= options.MaxSentences) break;
            best ??= candidate;
            if (IsBeside(best, candidate)) continue;
            if (Standalone.Make(candidate) is not { } draft || chosen.Any(c => Repeats(c, draft))) continue;
            draft = draft with { Evidence = Corroboration.Of(draft, found.Articles) };
            var (moreSentences, moreWords) = (Sentences(draft), SentenceShape.Words(draft.Text) + 1);
            if (sentences + moreSentences > options.MaxSentences || words + moreWords > options.MaxWords) continue;
            (sentences, words) = (sentences + moreSentences, words + moreWords);
            chosen.Add(draft);
        }

        return InReadingOrder(chosen);
    }

    /// <summary>Whether a sentence of another article says so much less of the question that it is about something else.</summary>
    private static bool IsBeside(CandidateSentence best, CandidateSentence candidate) =>
        candidate.Article != best.Article && candidate.Coverage < AnswerWeights.BesideBelow * best.Coverage;

    /// <summary>The best sentence first, for it answers; then the others by article, within an article as its author ordered them.</summary>
    private static List<DraftSentence> InReadingOrder(List<DraftSentence> chosen) =>
        [.. chosen.Take(1), .. chosen.GroupBy(d => d.Origin.Article.Stored.Key).SelectMany(g => g.OrderBy(d => d.Origin.Span.Start)).Where(d => d != chosen[0])];

    private static int Sentences(DraftSentence draft) =>
        SentenceSplitter.Split(draft.Body, new Articles.TextSpan(0, draft.Body.Length)).Count();

    private static bool Repeats(DraftSentence said, DraftSentence candidate)
    {
        if (said.Origin.Article == candidate.Origin.Article && said.Origin.Span.Overlaps(candidate.Origin.Span)) return true;
        var shared = said.Origin.Stems.Count(candidate.Origin.Stems.Contains);
        return shared >= AnswerWeights.Repetition * Math.Min(said.Origin.Stems.Count, candidate.Origin.Stems.Count);
    }
}
