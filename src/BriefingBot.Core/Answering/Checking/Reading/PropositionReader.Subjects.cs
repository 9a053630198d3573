using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Finds who a statement is about.</summary>
internal sealed partial class PropositionReader
{
    private (IReadOnlyList<int> Subject, Reference Reference) SubjectOf(int first, int last, int predicate)
    {
        if (predicate < 0) return Named(Leading(first, last));
        var own = Own(first, predicate);
        if (own.Count > 0) return Pronoun(own[^1] + 1, predicate) is var said && said != Reference.Own ? (own, said) : Named(own);
        if (_words[first].Lower is "who" or "which" or "that" && !(first + 1 < predicate && IsPronoun(_words[first + 1].Lower)) && Before(first) is { } before)
        {
            return ([.. Enumerable.Range(before.First, before.Last - before.First + 1).Where(i => _words[i].IsContent).TakeLast(TrailingPhrase)], before.Reference);
        }

        return Inherited(first, predicate);
    }

    private (IReadOnlyList<int> Subject, Reference Reference) Named(List<int> subject)
    {
        if (subject.Count == 0 || subject.Any(i => _words[i].Is(WordKind.Name))) return (subject, Reference.Own);
        for (var i = subject[0] - 1; i >= 0 && _words[i].Sentence == _words[subject[0]].Sentence && i >= subject[0] - 3; i--)
        {
            if (_words[i].Lower is "the" or "this" or "that" or "these" or "those" or "his" or "her" or "its" or "their" or "both" or "all") return (subject, Reference.Definite);
            if (!_words[i].Is(WordKind.Figure)) break;
        }

        return (subject, Reference.Own);
    }

    private List<int> Own(int first, int predicate) => [.. Enumerable.Range(first, predicate - first).Where(i => _words[i].IsContent && !IsAside(i, first))];

    /// <summary>"She", "and closed", "blaming": whoever the statements before were about.</summary>
    private (IReadOnlyList<int> Subject, Reference Reference) Inherited(int first, int predicate)
    {
        var (sentence, inherited, reference) = (_words[first].Sentence, new List<int>(), Reference.Own);
        if (IsTelling(predicate) && _read.LastOrDefault(p => p.Sentence == sentence && p.Verb >= 0 && IsTelling(p.Verb)) is { Subject.Count: > 0 } teller) return (teller.Subject, teller.Reference);
        for (var i = _read.Count - 1; i >= 0 && _read[i].Sentence == sentence; i--)
        {
            inherited.AddRange(_read[i].Subject.Except(inherited));
            if (_read[i].Reference > reference) reference = _read[i].Reference;
            if (_read[i].Verb >= 0 && inherited.Count > 0) break;
        }

        var refers = Pronoun(first, predicate);
        if (refers == Reference.Own && inherited.Count > 0) return (inherited, reference);
        foreach (var before in _read.Where(p => p.Sentence == sentence - 1)) inherited.AddRange(before.Subject.Except(inherited));
        return (inherited, refers == Reference.Own ? Reference.Thing : refers);
    }

    private Reference Pronoun(int first, int predicate)
    {
        for (var i = first; i < predicate; i++)
        {
            if (IsPronoun(_words[i].Lower)) return _words[i].Lower is "he" or "she" or "i" ? Reference.Person : Reference.Thing;
        }

        return Reference.Own;
    }

    private static bool IsPronoun(string lower) => lower is "he" or "she" or "it" or "they" or "this" or "these" or "both" or "his" or "her" or "its" or "their" or "we" or "i";

    // Without a verb that can be told, the first words up to a preposition: "Sheep farmers fear for their lambs".
    private List<int> Leading(int first, int last) => Phrase(first, last);

    private List<int> Phrase(int from, int last)
    {
        var i = from;
        while (i <= last && GrammarWords.Determiners.Contains(_words[i].Lower)) i++;
        var found = new List<int>();
        for (; i <= last && (_words[i].IsContent || (found.Count == 0 && _words[i].Is(WordKind.Figure))); i++)
        {
            if (_words[i].IsContent) found.Add(i);
        }

        return found;
    }

    private Proposition? Before(int first) => _read.Count > 0 && _read[^1].Sentence == _words[first].Sentence ? _read[^1] : null;

    // "In eastern Antarctica" is where, not who.
    private bool IsAside(int at, int first)
    {
        for (var i = at - 1; i >= Math.Max(first, at - 4); i--)
        {
            if (GrammarWords.Determiners.Contains(_words[i].Lower)) continue;
            // "In Brackton 21,000 households"
            if (_words[i].Is(WordKind.Figure)) return false;
            if (_words[i].Is(WordKind.Function)) return !(i == first && _words[i].Lower is "after" or "before" or "since" or "until") && _words[i].Lower is "in" or "at" or "near" or "on" or "off" or "during" or "into" or "after" or "before" or "since" or "until" or "by";
        }

        return false;
    }
}
