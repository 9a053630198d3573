using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What a passage denies must be denied, and nothing else may be.</summary>
internal static class NegationCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var clause in Enumerable.Range(0, alignment.Words.Count).GroupBy(i => alignment.Words[i].Clause))
        {
            var (agree, added, lost, states, exact) = (0, 0, 0, false, false);
            var subject = "";
            foreach (var index in clause.Where(i => Counts(alignment, i)))
            {
                if (alignment.Best(index) is not { } place || IsDenying(alignment.Words[index]) != IsDenying(alignment.Evidence[place])) continue;
                var (word, weight) = (alignment.Words[index], Weight(alignment, index, place));
                var other = alignment.Evidence[place];
                var mine = word.Negated ^ IsDenialOf(word, other);
                if (mine == other.Negated || (word.PlainlyNegated ^ IsDenialOf(word, other)) == other.PlainlyNegated)
                {
                    agree += weight;
                    continue;
                }

                states |= alignment.IsPredicate(index) || weight > 1;
                exact |= weight > 1 && word.Stem == other.Stem;
                if (mine) added += weight;
                else lost += weight;
                if (subject.Length == 0 || weight > 1) subject = word.Text;
            }

            if (Exclusion(alignment, [.. clause]) is { } excluded)
            {
                if (!alignment.Words[excluded].Negated) yield return new Objection(ObjectionKind.Negation, alignment.Words[excluded].Text, $"the cited passages exclude “{alignment.Words[excluded].Text}”");
            }
            else if (added > agree && added > 1 && (states || added > CheckingWeights.Predicate) && (exact || !DeniesNearby(alignment, clause)) && !IsComplement(alignment, clause)) yield return new Objection(ObjectionKind.Negation, subject, $"the cited passages do not deny “{subject}”");
            else if ((lost > agree || (exact && lost == agree)) && lost > 1 && !SaysTheOpposite(alignment, clause)) yield return new Objection(ObjectionKind.Negation, subject, $"the cited passages deny “{subject}”");
        }
    }

    /// <summary>A word of the clause that a passage excludes along with what stands by it: "but no payment details".</summary>
    private static int? Exclusion(Alignment alignment, List<int> clause)
    {
        var denied = clause.Where(i => alignment.Words[i].Is(WordKind.Content)).Select(i => (Index: i, Place: alignment.Best(i)))
            .Where(m => m.Place is { } place && alignment.Evidence[place].Negated && !alignment.Evidence[place].InQuotes).ToList();
        foreach (var group in denied.GroupBy(m => (m.Place!.Value.Passage, alignment.Evidence[m.Place!.Value].Clause)))
        {
            var words = alignment.Evidence.Passages[group.Key.Passage].Words.Where(w => w.Clause == group.Key.Clause).ToList();
            if (words.Count(w => w.IsContent && !w.Lower.EndsWith("ly", StringComparison.Ordinal)) == group.Count()
                && !words.Any(ClauseReader.IsVerb)) return group.First().Index;
        }

        return null;
    }

    /// <summary>Whether a passage's sentence that the clause takes something from denies something: it may deny the same in other words.</summary>
    private static bool DeniesNearby(Alignment alignment, IEnumerable<int> clause)
    {
        var denied = clause.Where(i => alignment.Words[i].Negated && Counts(alignment, i) && alignment.Best(i) is not null).ToList();
        var predicates = denied.Where(alignment.IsPredicate).ToList();
        return (predicates.Count > 0 ? predicates : denied).Select(i => alignment.Best(i)!.Value)
            .Any(place => alignment.Evidence.Passages[place.Passage].Words.Any(w => w.Sentence == alignment.Evidence[place].Sentence && w.Negated && w.Stem != "rule_out" && Math.Abs(w.Clause - alignment.Evidence[place].Clause) <= 1));
    }

    /// <summary>"All wards stay open" for "no ward will close".</summary>
    private static bool SaysTheOpposite(Alignment alignment, IEnumerable<int> clause)
    {
        var denied = clause.Select(alignment.Best).OfType<Place>().Where(p => alignment.Evidence[p].Negated).Select(p => (p.Passage, alignment.Evidence[p].Clause)).Distinct().ToList();
        var others = denied.SelectMany(d => alignment.Evidence.Passages[d.Passage].Words.Where(w => w.Clause == d.Clause).SelectMany(w => OppositeWords.SidesOf(w.Stem))).ToHashSet();
        return clause.Any(i => OppositeWords.SidesOf(alignment.Words[i].Stem).Any(s => others.Contains(s ^ 1)));
    }

    // The verb of a clause says what is denied; one that any retelling may use says less.
    private static int Weight(Alignment alignment, int index, Place place) =>
        !alignment.IsPredicate(index) || alignment.Sure(index) is null ? 1
        : !GrammarWords.Generic.Contains(alignment.Words[index].Lower) ? CheckingWeights.Predicate
        : alignment.Evidence[place].Stem == alignment.Words[index].Stem ? CheckingWeights.GenericPredicate : 1;

    // "Two-thirds have not been recovered" where "a third has".
    private static bool IsComplement(Alignment alignment, IEnumerable<int> clause) =>
        alignment.Sentence.Quantities.Any(q => clause.Contains(q.First) && DerivedNumbers.IsComplement(alignment, q));

    private static bool Counts(Alignment alignment, int index) =>
        alignment.Words[index] is { Kind: WordKind.Content, InQuotes: false } word && !(word.Lower == "compared" && !(index > 0
            && GrammarWords.Be.Contains(alignment.Words[index - 1].Lower))) && (!GrammarWords.Light.Contains(word.Lower)
            || (word.Lower == "say" && index > 0 && alignment.Words[index - 1].Lower is "could" or "cannot" or "can" or "couldn't")
            || (alignment.IsPredicate(index) && word.Lower is not ("said" or "says" or "say" or "told" or "tells" or "added" or "adds" or "compared" or "made" or "make" or "makes" or "took" or "taken" or "came" or "went" or "got" or "put")));

    // "Refused" and "declined" deny alike; "refused" and "rejected" may be negated themselves.
    private static bool IsDenying(Word word) => GrammarWords.DenyingVerbs.Contains(word.Lower) || (word.Stem.Contains('_', StringComparison.Ordinal) && GrammarWords.DenyingVerbs.Contains(word.Stem));

    // "Unvaccinated" is a denial only where the other text says "vaccinated".
    private static bool IsDenialOf(Word word, Word other) =>
        word.Stem != other.Stem && ((word.DeniedStem.Length > 0 && word.DeniedStem == other.Stem) || (other.DeniedStem.Length > 0 && other.DeniedStem == word.Stem));
}
