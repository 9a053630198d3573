using BriefingBot.Answering.Checking.Checks;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Where in the passages each word of a sentence was taken from, all words together: the cheapest path through their
/// places, where to go on in one sentence of a passage costs least (the Viterbi algorithm over an alignment, as in
/// Vogel, Ney and Tillmann, "HMM-based word alignment in statistical translation", 1996).
/// </summary>
internal sealed class Provenance
{
    // Found by hand on real answers; only their order matters much.
    private const double Untaken = 1.3, LightUntaken = 0.3, OtherWord = 0.25, OtherPassage = 1.6, FarSentence = 1.3, NextSentence = 1.1;
    private const double Backwards = 0.7, Again = 0.5, PerWord = 0.015, LongestGap = 0.5, NewClause = 0.6;

    /// <summary>Paths that cost more than the best one by this much are given up.</summary>
    private const double Beam = 6;

    private readonly Alignment _alignment;
    private readonly Place?[] _places;
    private readonly Dictionary<int, (int Passage, int Sentence)?> _mostly = [];

    public Provenance(Alignment alignment)
    {
        _alignment = alignment;
        _places = new Place?[alignment.Words.Count];
        Trace([.. Enumerable.Range(0, alignment.Words.Count).Where(i => alignment.Words[i].IsContent || alignment.Words[i].Is(WordKind.Figure))]);
    }

    /// <summary>The word of a passage that a word was taken from; null for one that no passage has, or grammar.</summary>
    public Place? this[int index] => _places[index];

    /// <summary>Its index in the passage; -1 for a word, or no word (-1), that none has.</summary>
    public int IndexOf(int index) => index >= 0 && _places[index] is { } place ? place.Index : -1;

    /// <summary>The passage and sentence that a word was taken from.</summary>
    public (int Passage, int Sentence)? SentenceOf(int index) =>
        _places[index] is { } place ? (place.Passage, _alignment.Evidence[place].Sentence) : null;

    /// <summary>Whether all that a clause says was taken from one sentence of a passage.</summary>
    public bool IsOfOneSentence(int clause)
    {
        var words = Enumerable.Range(0, _places.Length).Where(i => _alignment.Words[i].Clause == clause
            && (_alignment.Words[i].IsContent || _alignment.Words[i].Is(WordKind.Figure)) && !GrammarWords.Light.Contains(_alignment.Words[i].Lower)).ToList();
        return words.Count > 0 && words.TrueForAll(i => _places[i] is not null) && words.Select(SentenceOf).Distinct().Count() == 1;
    }

    /// <summary>The sentence that most of a word's clause, and of the clauses beside it, was taken from.</summary>
    public (int Passage, int Sentence)? MostlyFrom(int index)
    {
        var clause = _alignment.Words[index].Clause;
        return _mostly.TryGetValue(clause, out var known) ? known : _mostly[clause] = MostlyAround(index);
    }

    private (int Passage, int Sentence)? MostlyAround(int index)
    {
        var words = _alignment.Words;
        return Enumerable.Range(0, _places.Length).Where(i => _places[i] is not null && Math.Abs(words[i].Clause - words[index].Clause) <= 1 && words[i].Sentence == words[index].Sentence)
            .GroupBy(SentenceOf).OrderByDescending(g => g.Sum(i => Weight(i) / (words[i].Clause == words[index].Clause ? 1 : 2))).Select(g => g.Key).FirstOrDefault();
    }

    // Verbs tell most, names least: they stand for "she".
    private double Weight(int index) => _alignment.IsPredicate(index) ? 3 : _alignment.Words[index].Is(WordKind.Name) ? 1 : 2;

    private void Trace(List<int> words)
    {
        List<Step> steps = [new Step(null, 0, null, null)];
        for (var k = 0; k < words.Count; k++)
        {
            var opensClause = k > 0 && _alignment.Words[words[k]].Clause != _alignment.Words[words[k - 1]].Clause;
            steps = Next(steps, words[k], opensClause);
        }

        var step = steps.MinBy(s => s.Cost);
        for (var k = words.Count - 1; k >= 0; k--, step = step.Before) _places[words[k]] = step!.Taken;
        foreach (var word in words.Where(w => _places[w] is null)) _places[word] = Resumed(word);
    }

    // "Ann Ode, the mayor, resigned": one word after what was put in costs a path more than it gains, and stands in its place all the same.
    private Place? Resumed(int word)
    {
        foreach (var place in Candidates(word).Where(p => _alignment.Evidence[p].Lower == _alignment.Words[word].Lower))
        {
            var others = Enumerable.Range(0, _places.Length).Where(i => _places[i] is { } p && _alignment.Words[i].Sentence == _alignment.Words[word].Sentence
                && p.Passage == place.Passage && _alignment.Evidence[p].Sentence == _alignment.Evidence[place].Sentence).ToList();
            if (others.Count > 0 && others.TrueForAll(i => i < word == _places[i]!.Value.Index < place.Index)) return place;
        }

        return null;
    }

    private List<Step> Next(List<Step> steps, int word, bool opensClause)
    {
        var next = new Dictionary<Place, Step>();
        Step? none = null;
        void Keep(Step step)
        {
            if (step.Last is not { } last) none = step;
            else if (!next.TryGetValue(last, out var known) || step.Cost < known.Cost) next[last] = step;
        }

        var light = GrammarWords.Light.Contains(_alignment.Words[word].Lower);
        foreach (var step in steps) Keep(new Step(step.Last, step.Cost + (light ? LightUntaken : Untaken), step, null));
        foreach (var place in Candidates(word))
        {
            var own = _alignment.Evidence[place].Stem == _alignment.Words[word].Stem ? 0 : OtherWord;
            var before = steps.MinBy(s => s.Cost + Change(s.Last, place, opensClause))!;
            Keep(new Step(place, before.Cost + Change(before.Last, place, opensClause) + own, before, place));
        }

        List<Step> all = none is null ? [.. next.Values] : [.. next.Values, none];
        var best = all.Min(s => s.Cost);
        return all.FindAll(s => s.Cost <= best + Beam);
    }

    private List<Place> Candidates(int index)
    {
        var word = _alignment.Words[index];
        if (_alignment.PlacesOf(index).Where(p => word.Is(WordKind.Name) || _alignment.Evidence[p].Stem == word.Stem || _alignment.Evidence[p].Lower == word.Lower).ToList() is { Count: > 0 } places) return places;
        if (!_alignment.Words[index].Is(WordKind.Content)) return [];
        return [.. _alignment.Evidence.Passages.SelectMany((p, i) => p.Words.Index().Where(w => w.Item.Is(WordKind.Content) && CoverageCheck.AreOneFamily(w.Item, _alignment.Words[index])).Select(w => new Place(i, w.Index)))];
    }

    private double Change(Place? from, Place to, bool opensClause)
    {
        if (from is not { } place) return 0;
        var share = opensClause ? NewClause : 1;
        if (place.Passage != to.Passage) return OtherPassage * share;
        var sentences = Math.Abs(_alignment.Evidence[place].Sentence - _alignment.Evidence[to].Sentence);
        if (sentences > 0) return (sentences == 1 ? NextSentence : FarSentence) * share;
        return to.Index > place.Index ? Math.Min(LongestGap, PerWord * (to.Index - place.Index)) : to.Index == place.Index ? Again : Backwards * share;
    }

    private sealed record Step(Place? Last, double Cost, Step? Before, Place? Taken);
}
