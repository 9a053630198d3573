using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Conflicts;

/// <summary>
/// Finds statements of different outlets that give different values for one measured thing. It speaks up only when
/// both name the same, use mostly the same words around the value, and neither value is a rounding of the other or
/// an older count: a missed disagreement is better than one made up.
/// </summary>
public static class ConflictFinder
{
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
                var pair = new StatementPair(readings[first], statements[second]);
                found.AddRange(new[] { NumberConflict.In(pair), DateConflict.In(pair), OutcomeConflict.In(pair) }.OfType<Conflict>().Select(c => c with { First = first, Second = second }));
            }
        }

        return found;
    }

    private static bool MayDisagree(CitedText a, CitedText b) =>
        !string.Equals(a.Source, b.Source, StringComparison.OrdinalIgnoreCase)
        && (a.Published is not { } first || b.Published is not { } second || Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart);
}
