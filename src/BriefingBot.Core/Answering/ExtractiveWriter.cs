using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Writes an answer out of the articles' own sentences.</summary>
internal sealed class ExtractiveWriter(AnswerOptions options)
{
    public const string Name = "extractive";

    public IReadOnlyList<DraftSentence> Write(RetrievalResult found)
    {
        var ranked = SentenceRanking.Rank(found);
        var chosen = new List<CandidateSentence>();
        var drafts = new List<DraftSentence>();
        var words = 0;
        foreach (var candidate in ranked)
        {
            if (chosen.Count == options.MaxSentences) break;
            if (chosen.Any(c => Repeats(c, candidate))) continue;
            var draft = Standalone.Make(candidate, chosen) with { Evidence = Corroboration.Of(candidate, found.Articles) };
            var length = SentenceShape.Words(draft.Text) + draft.Evidence.Count;
            if (words + length > options.MaxWords) continue;
            words += length;
            chosen.Add(candidate);
            drafts.Add(draft);
        }

        return drafts;
    }

    private static bool Repeats(CandidateSentence said, CandidateSentence candidate)
    {
        if (said.Article == candidate.Article && said.Span.Overlaps(candidate.Span)) return true;
        var shared = said.Stems.Count(candidate.Stems.Contains);
        return shared >= AnswerWeights.Repetition * Math.Min(said.Stems.Count, candidate.Stems.Count);
    }
}
