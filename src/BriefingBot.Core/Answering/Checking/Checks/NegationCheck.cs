using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What a passage denies must be denied, and nothing else may be.</summary>
internal static class NegationCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var clause in alignment.Words.Select((word, index) => (Word: word, Index: index)).GroupBy(x => x.Word.Clause))
        {
            var (agree, added, lost) = (0.0, 0.0, 0.0);
            string subject = "";
            foreach (var (word, index) in clause.Where(x => x.Word.Is(WordKind.Content) && !x.Word.InQuotes && !GrammarWords.Light.Contains(x.Word.Lower)))
            {
                if (Reference(alignment, index) is not { } place) continue;
                var (mine, theirs) = (Polarity(alignment.Words[index], place, alignment), PolarityOf(alignment.Evidence[place]));
                var weight = ClauseReader.IsVerb(word) ? 2 : 1;
                if (mine == theirs) agree += weight;
                else if (mine) added += weight;
                else lost += weight;
                if (mine != theirs && subject.Length == 0) subject = word.Text;
            }

            if (added > agree) yield return new Objection(ObjectionKind.Negation, subject, $"the cited passages do not deny it: “{subject}” is negated only in the sentence");
            else if (lost >= agree && lost > 0 && Denied(alignment, clause.Select(x => x.Index)))
            {
                yield return new Objection(ObjectionKind.Negation, subject, $"the cited passages deny it: “{subject}” is negated there");
            }
        }
    }

    private static Place? Reference(Alignment alignment, int index) => alignment.Best(index);

    private static bool Polarity(Word word, Place place, Alignment alignment)
    {
        var other = alignment.Evidence[place];
        // "Unvaccinated" stands for "not vaccinated" only where the passage says "vaccinated".
        return word.Negated ^ (word.DeniedStem.Length > 0 && word.Stem != other.Stem && word.DeniedStem == other.Stem)
            ^ (other.DeniedStem.Length > 0 && word.Stem != other.Stem && other.DeniedStem == word.Stem);
    }

    private static bool PolarityOf(Word word) => word.Negated;

    private static bool Denied(Alignment alignment, IEnumerable<int> indices) =>
        indices.Any(i => alignment.Best(i) is { } place && alignment.Evidence[place].Negated && !alignment.Words[i].Negated)
        || indices.Any(i => alignment.Best(i) is { } place && alignment.Evidence[place].DeniedStem.Length > 0 && alignment.Evidence[place].DeniedStem == alignment.Words[i].Stem);
}
