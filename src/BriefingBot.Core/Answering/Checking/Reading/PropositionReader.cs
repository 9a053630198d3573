namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Cuts a text into statements by the order of words: a clause is one, and one more where a verb of telling is
/// followed by a subject and verb of its own. A guess without a grammar, so it errs towards more subjects.
/// </summary>
internal sealed partial class PropositionReader(TextReading text)
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
}
