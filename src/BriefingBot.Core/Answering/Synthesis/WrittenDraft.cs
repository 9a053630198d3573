using BriefingBot.Passages;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// An answer as a model writes it: a slot for each sentence, in its order. What is refused leaves its slot open for a
/// second attempt and then for an article's own sentence; what is shown meanwhile ends before the first open slot.
/// </summary>
internal sealed class WrittenDraft(AnswerOptions length, VerifiedText shown)
{
    /// <summary>Sentences considered in an attempt, for each that the answer may have.</summary>
    private const int Considered = 2;

    private readonly List<Slot> _slots = [];
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private int _shown;

    public IReadOnlyList<DraftSentence> Sentences => [.. _slots.Select(s => s.Sentence).OfType<DraftSentence>()];

    /// <summary>What is to be written again; nothing when there is no room for it.</summary>
    public IReadOnlyList<RefusedSentence> Open => IsFull ? [] : [.. _slots.Where(s => s.IsOpen).Select(s => new RefusedSentence(s.Text, s.Reason))];

    /// <summary>Refused sentences by kind.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    public int Written { get; private set; }

    public int Replaced { get; private set; }

    public int Dropped => _slots.Count(s => s.Sentence is null);

    private bool IsFull => Sentences.Count >= length.MaxSentences;

    /// <summary>Takes a sentence of the first attempt.</summary>
    /// <returns>Whether more may come.</returns>
    public async ValueTask<bool> WriteAsync(WrittenSentence written, CancellationToken cancellation)
    {
        var (sentence, refusal) = Judge(written);
        if (refusal != Refusal.Repetition) _slots.Add(new Slot(written.Text, written.Cited, refusal?.Reason ?? "") { Sentence = sentence });
        await ShowAsync(cancellation);
        return !IsFull && Written < Considered * length.MaxSentences;
    }

    /// <summary>Takes a sentence of the second attempt, for the open slot that cites the same or else the first.</summary>
    /// <returns>As above.</returns>
    public async ValueTask<bool> WriteAgainAsync(WrittenSentence written, CancellationToken cancellation)
    {
        var open = _slots.FindAll(s => s.IsOpen);
        if (open.Count == 0 || IsFull) return false;
        if (Judge(written).Sentence is { } sentence) (open.Find(s => s.Cited.Intersect(written.Cited).Any()) ?? open[0]).Sentence = sentence;
        await ShowAsync(cancellation);
        return Written < 2 * Considered * length.MaxSentences;
    }

    /// <summary>Puts into each slot still open the article's own sentence on what it cited, if there is one that is not said yet.</summary>
    public void FillGaps(IReadOnlyList<DraftSentence> extractive)
    {
        foreach (var slot in _slots.Where(s => s.IsOpen))
        {
            slot.Sentence = extractive.FirstOrDefault(e => slot.Cited.Any(c => IsFrom(e, c)) && !IsSaid(e) && Fits(e));
            if (slot.Sentence is not null) Replaced++;
        }
    }

    private (DraftSentence? Sentence, Refusal? Refusal) Judge(WrittenSentence written)
    {
        Written++;
        var (sentence, refusal) = Read(written);
        if (refusal is not null) _refused[refusal.Kind] = _refused.GetValueOrDefault(refusal.Kind) + 1;
        return (sentence, refusal);
    }

    private (DraftSentence? Sentence, Refusal? Refusal) Read(WrittenSentence written)
    {
        if (written.Flaw is { } flaw) return (null, flaw);
        var (evidence, refusal) = BearingOut.Of(written.Text, written.Cited);
        if (refusal is not null) return (null, refusal);
        var draft = new DraftSentence("", written.Text, evidence) { Wording = Wording.Written };
        return IsSaid(draft) ? (null, Refusal.Repetition)
            : !Fits(draft) ? (null, Refusal.Room)
            : (draft, null);
    }

    private bool Fits(DraftSentence sentence) =>
        !IsFull && Sentences.Append(sentence).Sum(s => SentenceShape.Words(s.Text) + 1) <= length.MaxWords;

    /// <summary>A model may come back to a thing and say more of it; an article's own sentence is there to bring something new.</summary>
    private bool IsSaid(DraftSentence candidate)
    {
        var stems = EnglishTerms.StemsOf(candidate.Body);
        var most = candidate.Wording == Wording.Written ? 1 : AnswerWeights.Repetition;
        return Sentences.Select(said => EnglishTerms.StemsOf(said.Body))
            .Any(said => stems.Count(said.Contains) >= most * Math.Min(stems.Count, said.Count));
    }

    private static bool IsFrom(DraftSentence sentence, CitablePassage passage) =>
        sentence.Origin.Article.Stored.Key == passage.Article.Stored.Key && sentence.Origin.Span.Overlaps(passage.Span);

    private async ValueTask ShowAsync(CancellationToken cancellation)
    {
        for (; _shown < _slots.Count && _slots[_shown].Sentence is { } sentence; _shown++) await shown.AddAsync(sentence, cancellation);
    }

    private sealed class Slot(string text, IReadOnlyList<CitablePassage> cited, string reason)
    {
        public string Text => text;

        public IReadOnlyList<CitablePassage> Cited => cited;

        public string Reason => reason;

        public DraftSentence? Sentence { get; set; }

        public bool IsOpen => Sentence is null;
    }
}
