using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Cuts a text into statements by the order of words: a clause is one, and one more where a verb of telling is
/// followed by a subject and verb of its own. A guess without a grammar, so it errs towards more subjects.
/// </summary>
internal sealed class PropositionReader(TextReading text)
{
    private const int TrailingPhrase = 3;

    private readonly IReadOnlyList<Word> _words = text.Words;
    private readonly List<Proposition> _read = [];

    public List<Proposition> Read()
    {
        for (var first = 0; first < _words.Count;)
        {
            var last = first;
            while (last + 1 < _words.Count && _words[last + 1].Clause == _words[first].Clause) last++;
            ReadClause(first, last);
            first = last + 1;
        }

        return [.. _read.GroupBy(p => p.Sentence).SelectMany(s => WithSpeakers([.. s]))];
    }

    /// <summary>Everything after "X said", or before ", said X", is told by X.</summary>
    private IEnumerable<Proposition> WithSpeakers(List<Proposition> sentence)
    {
        var tellings = sentence.Where(p => p.Verb >= 0 && IsTelling(p.Verb) && p.Subject.Count > 0).ToList();
        var according = According(sentence[0].First, sentence[^1].Last);
        foreach (var p in sentence)
        {
            var telling = tellings.LastOrDefault(t => t.First < p.First) ?? (tellings.Count > 0 && tellings[^1] == sentence[^1] && sentence.Count > 1 ? tellings[^1] : null);
            if (tellings.Contains(p)) yield return p;
            else if (telling is not null) yield return p with { Speaker = telling.Subject, SpeakerReference = telling.Reference };
            else if (according.Count > 0) yield return p with { Speaker = according, SpeakerReference = Named(according).Reference };
            else yield return p;
        }
    }

    private List<int> According(int first, int last)
    {
        for (var i = first; i < last - 1; i++)
        {
            if (_words[i].Lower == "according" && _words[i + 1].Lower == "to") return Phrase(i + 2, last);
        }

        return [];
    }

    private void ReadClause(int first, int last)
    {
        var predicate = PredicateFrom(first, last);
        if (predicate >= 0 && IsTelling(predicate) && !IsInverted(predicate, last) && Told(predicate, last) is var (from, told))
        {
            Add(first, from - 1, predicate);
            Add(from, last, told);
            return;
        }

        // "Two brothers who stole … were jailed"
        var second = predicate < 0 ? -1 : SecondPredicate(predicate, last);
        if (second > 0 && _words[first].Lower is "who" or "which" or "that" && Before(first) is { } before)
        {
            Add(first, second - 1, predicate);
            AddAbout(before.Subject.Count > 0 ? before.Subject : before.Rest, second, last, second);
            return;
        }

        if (second > 0)
        {
            var start = second;
            while (start - 1 > predicate && _words[start - 1].IsContent) start--;
            Add(first, start - 1, predicate);
            Add(start, last, second);
            return;
        }

        Add(first, last, predicate);
        AddParticiple(predicate, last);
    }

    /// <summary>A later auxiliary after a noun: a verb of another subject, or of the one before "who".</summary>
    private int SecondPredicate(int predicate, int last)
    {
        var verb = MainVerb(predicate, last);
        for (var i = Math.Max(verb, predicate) + 2; i < last; i++)
        {
            if (_words[i].Is(WordKind.Function) && IsFinite(_words[i].Lower) && _words[i - 1].IsContent && _words[i].InQuotes == _words[predicate].InQuotes) return i;
        }

        return -1;
    }

    private static bool IsFinite(string lower) => lower is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would" or "could" or "may" or "might" or "should" or "must";

    /// <summary>"A claim led by the lawyer"</summary>
    private void AddParticiple(int predicate, int last)
    {
        for (var i = predicate + 2; predicate >= 0 && i < last; i++)
        {
            if (_words[i + 1].Lower != "by" || !IsParticiple(i) || !_words[i - 1].IsContent) continue;
            var agent = Agent(i, last);
            if (agent.Count == 0) continue;
            _read.Add(new Proposition(_words[i].Sentence, i - 1, last, [i - 1], i, [i], agent, true, Reference.Own));
            return;
        }
    }

    private bool IsParticiple(int at) => _words[at].Is(WordKind.Content) && (ClauseReader.IsVerb(_words[at]) || _words[at].Stem.Split('_')[0] is "set" or "put" or "cut" or "hit" or "shut" or "cast" or "spread" or "hurt" or "read");

    private void AddAbout(IReadOnlyList<int> subject, int first, int last, int predicate)
    {
        var verb = MainVerb(predicate, last);
        var passive = verb >= 0 && IsPassive(predicate, verb, last);
        var agent = passive ? Agent(verb, last) : [];
        _read.Add(new Proposition(_words[first].Sentence, first, last, subject, verb, [.. Enumerable.Range(first, last - first + 1).Where(i => Counts(i) && !agent.Contains(i))], agent, passive, Reference.Own));
    }

    /// <summary>The subject and verb of what someone is told to have said, in the same clause: "said the site would shut".</summary>
    private (int From, int Predicate)? Told(int telling, int last)
    {
        var from = telling + 1;
        while (from <= last && (_words[from].Lower is "that" or "on" or "in" or "at" || _words[from].Is(WordKind.Figure) || IsToldTo(from))) from++;
        var predicate = from <= last ? PredicateFrom(from, last) : -1;
        return predicate > from ? (from, predicate) : null;
    }

    // "Told the county board"
    private bool IsToldTo(int at) => _words[at].Lower is "reporters" or "journalists" or "parliament";

    private void Add(int first, int last, int predicate)
    {
        var verb = predicate < 0 ? -1 : MainVerb(predicate, last);
        var (subject, reference) = IsInverted(verb, last) ? Named(Phrase(verb + 1, last)) : SubjectOf(first, last, predicate);
        var passive = verb >= 0 && IsPassive(predicate, verb, last);
        var agent = passive ? Agent(verb, last) : [];
        var rest = Enumerable.Range(first, last - first + 1).Where(i => Counts(i) && !subject.Contains(i) && !agent.Contains(i)).ToList();
        _read.Add(new Proposition(_words[first].Sentence, first, last, subject, verb, rest, agent, passive, reference));
    }

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

    /// <summary>Index of the first auxiliary or verb, or -1.</summary>
    private int PredicateFrom(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_words[i].InQuotes != _words[first].InQuotes) continue;
            if (_words[i].Is(WordKind.Function) ? IsAuxiliary(_words[i].Lower) : IsVerb(i, first, last)) return i;
        }

        return -1;
    }

    private static bool IsAuxiliary(string lower) => GrammarWords.Be.Contains(lower) || lower is "has" or "have" or "had" or "will" or "would" or "may" or "might" or "could"
        or "can" or "should" or "must" or "does" or "did" or "do" or "cannot" || lower.EndsWith("n't", StringComparison.Ordinal);

    private bool IsVerb(int at, int first, int last)
    {
        var word = _words[at];
        if (!word.Is(WordKind.Content) || IsHyphenated(at)) return false;
        if (at > first && _words[at - 1] is { } before && (GrammarWords.Determiners.Contains(before.Lower) || before.IsPossessive)) return false;
        // "In besieged cities", "two released prisoners"
        var describes = word.Lower.EndsWith("ed", StringComparison.Ordinal) && at < last && _words[at + 1].IsContent
            && (at == first || _words[at - 1].Is(WordKind.Figure) || _words[at - 1].Lower is "in" or "of" or "with" or "for" or "from" or "to" or "by" or "at" or "on" or "and");
        if (describes && at > first) return false;
        return ClauseReader.IsVerb(word) || SpeechWords.ReportingVerbs.Contains(word.Lower) || (at == first && word.Lower.EndsWith("ing", StringComparison.Ordinal)
            && word.Lower.Length > 5 && !word.OpensSentence && !GrammarWords.NounsInIng.Contains(word.Lower));
    }

    private bool IsHyphenated(int at) => _words[at].Span.Start > 0 && text.Text[_words[at].Span.Start - 1] is '-' or '‑';

    private int MainVerb(int predicate, int last)
    {
        if (_words[predicate].Is(WordKind.Content)) return predicate;
        for (var i = predicate + 1; i <= last; i++)
        {
            if (_words[i].Is(WordKind.Content)) return i;
            if (!_words[i].Is(WordKind.Function) || GrammarWords.Determiners.Contains(_words[i].Lower)) break;
        }

        return -1;
    }

    // "Admitted 58 people" and "offered a bonus" tell nothing.
    private bool IsTelling(int at) => _words[at].Is(WordKind.Content) && SpeechWords.ReportingVerbs.Contains(_words[at].Lower)
        && (!GrammarWords.AlsoDeeds.Contains(_words[at].Lower) || (at + 1 < _words.Count && _words[at + 1].Lower == "that"));

    // "…," said Lotte Graversen.
    private bool IsInverted(int verb, int last) =>
        verb > 0 && verb < last && _words[verb].Lower is not ("told" or "tells") && SpeechWords.ReportingVerbs.Contains(_words[verb].Lower) && (_words[verb - 1].InQuotes || _words[verb - 1].Clause != _words[verb].Clause)
        && (_words[verb + 1].Is(WordKind.Name) || _words[verb + 1].Lower == "the" || SpeechWords.IsRole(_words[verb + 1].Lower));

    private bool IsPassive(int predicate, int verb, int last) =>
        IsParticiple(verb) && ((verb < last && _words[verb + 1].Lower == "by")
            || Enumerable.Range(predicate, verb - predicate).Any(i => GrammarWords.Be.Contains(_words[i].Lower)));

    private List<int> Agent(int verb, int last)
    {
        for (var i = verb + 1; i < last; i++)
        {
            if (_words[i].Lower == "by" && !_words[i + 1].Is(WordKind.Figure)) return Phrase(i + 1, last);
        }

        return [];
    }

    private bool Counts(int at) => _words[at].IsContent || _words[at].Is(WordKind.Figure);

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
