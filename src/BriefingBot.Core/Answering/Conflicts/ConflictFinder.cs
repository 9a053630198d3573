using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Conflicts;

/// <summary>
/// Finds statements of different outlets that give different values for one measured thing. It speaks up only when
/// both name the same, use mostly the same words around the value, and neither value is a rounding of the other or
/// an older count: a missed disagreement is better than one made up.
/// </summary>
public static class ConflictFinder
{
    /// <summary>Share of the words around two values that has to be the same.</summary>
    private const double SameThing = 0.5;

    /// <summary>Words that both have to have, a name among them.</summary>
    private const int SharedWords = 3;

    /// <summary>Counts change from day to day; statements further apart are not set against each other.</summary>
    private const int DaysApart = 1;

    /// <summary>Disagreements between the statements, in their order, at most one for a pair and kind.</summary>
    public static IReadOnlyList<Conflict> Find(IReadOnlyList<CitedText> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var readings = statements.Select(s => new TextReading(s.Passage, s.Published)).ToList();
        var found = new List<Conflict>();
        for (var first = 0; first < readings.Count; first++)
        {
            for (var second = first + 1; second < readings.Count; second++)
            {
                if (!MayDisagree(statements[first], statements[second])) continue;
                var alignment = new Alignment(readings[first], new CitedReading([statements[second]]));
                found.AddRange(new[] { Numbers(alignment), Dates(alignment), Outcomes(alignment) }.OfType<Conflict>().Select(c => c with { First = first, Second = second }));
            }
        }

        return found;
    }

    private static bool MayDisagree(CitedText a, CitedText b) =>
        !string.Equals(a.Source, b.Source, StringComparison.OrdinalIgnoreCase)
        && (a.Published is not { } first || b.Published is not { } second || Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart);

    private static Conflict? Numbers(Alignment alignment)
    {
        var other = alignment.Evidence.Passages[0];
        foreach (var mine in alignment.Sentence.Quantities.Where(q => !q.IsOrdinal))
        {
            // A value that the other one has, too, is no disagreement.
            if (other.Quantities.Any(q => q.Equals(mine.Value, mine.Unit) || IsRounding(q, mine))) continue;
            foreach (var theirs in other.Quantities.Where(q => !q.IsOrdinal && q.Unit == mine.Unit && !IsBound(alignment.Sentence, mine) && !IsBound(other, q)))
            {
                if (alignment.Sentence.Quantities.Any(q => q.Equals(theirs.Value, theirs.Unit)) || !SameNoun(alignment.Sentence, mine, other, theirs) || !SameVerb(alignment.Sentence, mine, other, theirs)) continue;
                if (Around(alignment, mine.First, mine.Last, theirs.First, theirs.Last) is { } what) return new Conflict(ConflictKind.Number, what, 0, alignment.Sentence.Of(mine.First, mine.Last), 0, other.Of(theirs.First, theirs.Last));
            }
        }

        return null;
    }

    private static Conflict? Dates(Alignment alignment)
    {
        var other = alignment.Evidence.Passages[0];
        // Only a single date each way: of several, one cannot tell which belongs to what.
        if (alignment.Sentence.Dates is not [var mine] || other.Dates is not [var theirs] || mine.IsBorneOutBy(theirs) || theirs.IsBorneOutBy(mine)) return null;
        return Around(alignment, mine.First, mine.Last, theirs.First, theirs.Last) is { } what
            ? new Conflict(ConflictKind.Date, what, 0, alignment.Sentence.Of(mine.First, mine.Last), 0, other.Of(theirs.First, theirs.Last)) : null;
    }

    private static Conflict? Outcomes(Alignment alignment)
    {
        var words = alignment.Evidence.Passages[0].Words;
        for (var i = 0; i < alignment.Words.Count; i++)
        {
            var mine = alignment.Words[i];
            if (!ClauseReader.IsVerb(mine) || mine.InQuotes || mine.Hedge != Hedge.None || alignment.PlacesOf(i).Count > 0) continue;
            for (var j = 0; j < words.Count; j++)
            {
                var theirs = words[j];
                if (!ClauseReader.IsVerb(theirs) || theirs.InQuotes || theirs.Hedge != Hedge.None || theirs.Negated != mine.Negated) continue;
                if (!OppositeWords.SidesOf(mine.Stem).Any(s => OppositeWords.SidesOf(theirs.Stem).Contains(s ^ 1)) || !SameSubject(alignment, i, j)) continue;
                if (Around(alignment, i, i, j, j) is { } what) return new Conflict(ConflictKind.Outcome, what, 0, mine.Text, 0, theirs.Text);
            }
        }

        return null;
    }

    // "Velmont lost" and "Kestrel won" agree: the one who did it must be the same.
    private static bool SameSubject(Alignment alignment, int mine, int theirs)
    {
        var (a, b) = (alignment.Words, alignment.Evidence.Passages[0].Words);
        var first = new FrameReader(a).Read().FirstOrDefault(f => f.Verb == mine);
        var second = new FrameReader(b).Read().FirstOrDefault(f => f.Verb == theirs);
        if (first is null || second is null || first.IsPassive != second.IsPassive) return false;
        var (one, other) = first.IsPassive ? (first.Patients, second.Patients) : (first.Agents, second.Agents);
        return one.Any(i => other.Any(j => a[i].Means(b[j])));
    }

    /// <summary>The words that both have around their values; null unless they share a name and tell of the same thing.</summary>
    private static string? Around(Alignment alignment, int first, int last, int from, int to)
    {
        if (alignment.Likeness(first, last, new Place(0, from), new Place(0, to)) < SameThing) return null;
        var sentence = alignment.Evidence.Passages[0].Words[from].Sentence;
        var shared = Enumerable.Range(0, alignment.Words.Count)
            .Where(i => alignment.Words[i].IsContent && alignment.Words[i].Sentence == alignment.Words[first].Sentence && alignment.PlacesOf(i).Any(p => alignment.Evidence[p].Sentence == sentence)).ToList();
        return shared.Count >= SharedWords && shared.Any(i => alignment.Words[i].Is(WordKind.Name)) ? string.Join(' ', shared.Select(i => alignment.Words[i].Text).Distinct()) : null;
    }

    private static bool SameNoun(TextReading a, Quantity mine, TextReading b, Quantity theirs) =>
        mine.Unit.Length > 0 || (NounAfter(a, mine) is { } first && NounAfter(b, theirs) is { } second && first.Means(second));

    // Twelve killed and thirty injured are both true.
    private static bool SameVerb(TextReading a, Quantity mine, TextReading b, Quantity theirs)
    {
        var (first, second) = (Verbs(a, mine), Verbs(b, theirs));
        return first.Count == second.Count && first.All(v => second.Any(v.Means));
    }

    private static List<Word> Verbs(TextReading text, Quantity quantity) =>
        [.. text.Words.Where(w => w.Clause == text.Words[quantity.First].Clause && ClauseReader.IsVerb(w))];

    private static Word? NounAfter(TextReading text, Quantity quantity) =>
        text.Words.Skip(quantity.Last + 1).TakeWhile(w => w.Clause == text.Words[quantity.Last].Clause && w.Is(WordKind.Content)).FirstOrDefault();

    // "At least 12" does not contradict 15.
    private static bool IsBound(TextReading text, Quantity quantity) =>
        text.Words.Take(quantity.First).Reverse().Take(3).Any(w => w.Lower is "least" or "than" or "over" or "most" or "to" or "under" or "between");

    private static bool IsRounding(Quantity a, Quantity b) =>
        (a.IsRounded || b.IsRounded) && a.Value != 0 && Math.Abs(a.Value - b.Value) <= CheckingWeights.Rounding * Math.Max(a.Value, b.Value);
}
