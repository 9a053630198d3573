using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Conflicts;

/// <summary>Opposite outcomes of one thing for one side.</summary>
internal static class OutcomeConflict
{
    public static Conflict? In(StatementPair pair)
    {
        foreach (var mine in pair.First.Frames.Where(f => IsOutcome(pair.First.Words[f.Verb]) && !pair.IsShared(f.Verb)))
        {
            foreach (var theirs in pair.Second.Frames.Where(f => IsOutcome(pair.Second.Words[f.Verb])))
            {
                var (one, other) = (pair.First.Words[mine.Verb], pair.Second.Words[theirs.Verb]);
                if (one.Negated != other.Negated || !AreOpposite(one, other) || !OfOneSide(pair, mine, theirs)) continue;
                if (pair.Conflict(ConflictKind.Outcome, (mine.Verb, mine.Verb), (theirs.Verb, theirs.Verb)) is { } conflict) return conflict;
            }
        }

        return null;
    }

    private static bool IsOutcome(Word word) => ClauseReader.IsVerb(word) && !word.InQuotes && word.Hedge == Hedge.None;

    private static bool AreOpposite(Word a, Word b) => OppositeWords.SidesOf(a.Stem).Any(s => OppositeWords.SidesOf(b.Stem).Contains(s ^ 1));

    // "Velmont lost" and "Kestrel won" agree: who did it must be the same, and so must what it was done to.
    private static bool OfOneSide(StatementPair pair, Frame a, Frame b) =>
        a.IsPassive == b.IsPassive
        && (a.IsPassive ? Meet(pair, a.Patients, b.Patients) : Meet(pair, a.Agents, b.Agents) && (a.Patients.Count == 0 || b.Patients.Count == 0 || Meet(pair, a.Patients, b.Patients)));

    private static bool Meet(StatementPair pair, IReadOnlyList<int> first, IReadOnlyList<int> second) =>
        first.Any(i => second.Any(j => pair.First.Words[i].Means(pair.Second.Words[j])));
}
