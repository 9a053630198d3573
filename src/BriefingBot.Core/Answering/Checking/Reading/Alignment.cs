using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Which words of the passages each word of a sentence may stand for. When there are several, the company they keep
/// decides: the words near by in the sentence and near by in the passage.
/// </summary>
internal sealed class Alignment
{
    private readonly List<Place>[] _places;
    private readonly int[] _ranks;
    private List<Proposition>? _propositions;
    private List<Stated>? _stated;
    private Provenance? _provenance;
    private SourceOrder? _order;
    private List<Splice>? _splices;
    private readonly int[][] _passageRanks;

    public Alignment(TextReading sentence, CitedReading evidence)
    {
        Sentence = sentence;
        Evidence = evidence;
        _places = [.. sentence.Words.Select(w => w.IsContent || w.Is(WordKind.Figure) ? evidence.PlacesOf(w) : [])];
        _ranks = Ranks(sentence);
        _passageRanks = [.. evidence.Passages.Select(Ranks)];
        Actors = new Actors(this);
    }

    /// <summary>Whether the sentence should keep the passages' words and order, so that where each was taken from can be told.</summary>
    public bool IsClose { get; init; }

    public TextReading Sentence { get; }

    public CitedReading Evidence { get; }

    public Actors Actors { get; }

    /// <summary>What the sentence states, and what the passages do.</summary>
    public List<Proposition> Propositions => _propositions ??= new PropositionReader(Sentence).Read();

    public List<Stated> Stated => _stated ??= Reading.Stated.Of(Evidence);

    /// <summary>Where the words were taken from.</summary>
    public Provenance Provenance => _provenance ??= new Provenance(this);

    public SourceOrder Order => _order ??= new SourceOrder(this);

    /// <summary>Where something of a passage's sentence was cut out, or put in.</summary>
    public IReadOnlyList<Splice> Splices => _splices ??= [.. Splice.Of(this)];

    public IReadOnlyList<Word> Words => Sentence.Words;

    public IReadOnlyList<Place> PlacesOf(int index) => _places[index];

    /// <summary>The nearest word of the same sentence on one side that is so; -1 without one.</summary>
    /// <param name="step">-1 to look before the word, 1 behind it.</param>
    public int Nearest(int from, int step, Func<int, bool> isSo)
    {
        for (var i = from + step; i >= 0 && i < Words.Count && Words[i].Sentence == Words[from].Sentence; i += step)
        {
            if (isSo(i)) return i;
        }

        return -1;
    }

    /// <summary>Whether a figure stands, among the words of one sentence of a passage, where it stands there.</summary>
    public bool IsInPlace(int first, int last) => IsClose && Enumerable.Range(first, last - first + 1).Where(i => Words[i].Is(WordKind.Figure)).ToList() is var figures
        && figures.TrueForAll(i => Provenance[i] is not null) && figures.Exists(i => Order.Keeps(i)
        && Words.Index().Any(w => w.Item.Is(WordKind.Content) && w.Item.Clause == Words[i].Clause && Order.Keeps(w.Index) && Provenance.SentenceOf(w.Index) == Provenance.SentenceOf(i)));

    /// <summary>Whether the very word stands where it stands in the passage's sentence that its clause is from.</summary>
    public bool KeepsWord(int index) => IsClose && Provenance[index] is { } place && Evidence[place].Stem == Words[index].Stem && Order.Keeps(index) && IsOfMain(index);

    /// <summary>Whether a word is from the sentence that most around it is from, and not from one that only tells who or which.</summary>
    public bool IsOfMain(int index) => Provenance.MostlyFrom(index) == Provenance.SentenceOf(index);

    /// <summary>What stands last before a verb, of what may be its subject, if it does so in the passage, too; else -1.</summary>
    public int KeptSubject(int verb)
    {
        if (verb < 0 || !KeepsWord(verb) || Provenance[verb] is not { } place) return -1;
        var mine = Nearest(verb, -1, i => Nouns.IsNominal(Words[i]) && Order.Keeps(i) && Provenance.SentenceOf(i) == Provenance.SentenceOf(verb));
        var words = Evidence.Passages[place.Passage].Words;
        var theirs = place.Index - 1;
        while (theirs >= 0 && words[theirs].Sentence == words[place.Index].Sentence && !Nouns.IsNominal(words[theirs])) theirs--;
        return mine >= 0 && Provenance.IndexOf(mine) == theirs ? mine : -1;
    }

    /// <summary>The place that the word most likely stands for, or null when the passages do not hold it.</summary>
    public Place? Best(int index)
    {
        var places = _places[index];
        if (IsClose && Provenance[index] is { } origin) return origin;
        if (places.Count < 2) return places.Count == 0 ? null : places[0];
        return places.MaxBy(p => Likeness(index, index, p, p) + (Evidence[p].Stem == Words[index].Stem ? CheckingWeights.SameWord : 0));
    }

    /// <summary>The same, unless only a word of like meaning in quite another company stands for it.</summary>
    public Place? Sure(int index) =>
        Best(index) is { } place && (Evidence[place].Stem == Words[index].Stem || Likeness(index, index, place, place) >= CheckingWeights.SureCompany) ? place : null;

    /// <summary>Whether the word is what its clause states: a verb, or what stands after "was" or "may".</summary>
    public bool IsPredicate(int index)
    {
        var (word, before) = (Words[index], index > 0 && Words[index - 1].Clause == Words[index].Clause ? Words[index - 1] : null);
        if (ClauseReader.IsVerb(word)) return !IsAttribute(index) && before?.Lower is not "than";
        // "Have electricity" states nothing of it.
        return before is not null && before.Is(WordKind.Function) && GrammarWords.Auxiliaries.Contains(before.Lower) && before.Lower is not ("has" or "have" or "had");
    }

    // "The planned land tax"
    private bool IsAttribute(int at) =>
        at > 0 && at + 1 < Words.Count && GrammarWords.Determiners.Contains(Words[at - 1].Lower) && Words[at + 1].Is(WordKind.Content) && Words[at + 1].Clause == Words[at].Clause;

    /// <summary>
    /// How alike the surroundings of words <paramref name="first"/> to <paramref name="last"/> and of a stretch of a
    /// passage are: 0 (nothing in common) to 1.
    /// </summary>
    public double Likeness(int first, int last, Place from, Place to)
    {
        double all = 0, shared = 0;
        var sentence = Words[first].Sentence;
        for (var k = 0; k < Words.Count; k++)
        {
            if ((k >= first && k <= last) || Words[k].Sentence != sentence || !(Words[k].IsContent || Words[k].Is(WordKind.Figure))) continue;
            var near = Nearness(k < first ? _ranks[first] - _ranks[k] : _ranks[k] - _ranks[last], Words[k].Clause == Words[first].Clause);
            if (GrammarWords.Light.Contains(Words[k].Lower)) near *= CheckingWeights.LightWord;
            all += near;
            shared += Math.Min(near, NearestIn(k, from, to));
        }

        return all == 0 ? 0 : shared / all;
    }

    private double NearestIn(int k, Place from, Place to)
    {
        var (ranks, words, best) = (_passageRanks[from.Passage], Evidence.Passages[from.Passage].Words, 0.0);
        foreach (var place in _places[k])
        {
            if (place.Passage != from.Passage || words[place.Index].Sentence != words[from.Index].Sentence || (place.Index >= from.Index
                && place.Index <= to.Index)) continue;
            var distance = place.Index < from.Index ? ranks[from.Index] - ranks[place.Index] : ranks[place.Index] - ranks[to.Index];
            best = Math.Max(best, Nearness(distance, words[place.Index].Clause == words[from.Index].Clause));
        }

        return best;
    }

    private static double Nearness(int distance, bool sameClause) => (sameClause ? 1.0 : CheckingWeights.OtherClause) / (1 + Math.Max(0, distance - 1));

    private static int[] Ranks(TextReading text)
    {
        var ranks = new int[text.Words.Count];
        for (var (i, rank) = (0, 0); i < ranks.Length; i++) ranks[i] = text.Words[i].IsContent || text.Words[i].Is(WordKind.Figure) ? ++rank : rank;
        return ranks;
    }
}
