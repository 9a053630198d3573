using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>The sentences chosen so far, within the bounds that are set for an answer.</summary>
internal sealed class AnswerDraft(AnswerOptions options, IReadOnlyList<RetrievedArticle> articles)
{
    private readonly List<DraftSentence> _sentences = [];
    private int _count;
    private int _words;

    public IReadOnlyList<DraftSentence> Sentences => _sentences;

    public bool IsFull => _count >= options.MaxSentences;

    /// <summary>Takes a sentence with all that supports it, unless it says again what is there or does not fit.</summary>
    public void Offer(DraftSentence sentence)
    {
        if (_sentences.Any(said => Repeats(said, sentence))) return;
        // Its citation marks stand behind it like one more word.
        var (count, words) = (Count(sentence.Body), SentenceShape.Words(sentence.Text) + 1);
        if (_count + count > options.MaxSentences || _words + words > options.MaxWords) return;
        (_count, _words) = (_count + count, _words + words);
        _sentences.Add(sentence with { Evidence = Corroboration.Of(sentence, articles) });
    }

    private static int Count(string text) => SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Count();

    private static bool Repeats(DraftSentence said, DraftSentence candidate)
    {
        if (said.Origin.Article == candidate.Origin.Article && said.Origin.Span.Overlaps(candidate.Origin.Span)) return true;
        var shared = said.Origin.Stems.Count(candidate.Origin.Stems.Contains);
        return shared >= AnswerWeights.Repetition * Math.Min(said.Origin.Stems.Count, candidate.Origin.Stems.Count);
    }
}
