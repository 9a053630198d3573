using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>The days a question is about, read from its wording.</summary>
/// <param name="Period">
/// The days that are meant. Never after the day the question is asked as of. A report on something that happened in
/// these days is practically never older than <see cref="Periods.Period.From"/>, but may be younger than
/// <see cref="Periods.Period.To"/>: the first is a hard border, the second a soft one.
/// </param>
/// <param name="Grace">
/// Further days in which reports about the period are still published; never beyond the day of the question.
/// See <see cref="TimeScopeReader"/> for how many.
/// </param>
/// <param name="Relative">
/// True when the days are counted from the day of the question ("yesterday", "on Thursday", "last week"): such words
/// tell when the report came out. A calendar date ("in September 2020") may instead be the subject's own.
/// </param>
/// <param name="Mention">Where the deciding expression is in the question.</param>
/// <param name="Wording">The deciding expression as written.</param>
public sealed record TimeScope(Period Period, int Grace, bool Relative, TextSpan Mention, string Wording)
{
    /// <summary>When reports on the period were published: the period and its grace.</summary>
    public Period Published => Grace == 0 ? Period : new Period(Period.From, Period.To?.AddDays(Grace));

    /// <summary>
    /// One scope out of several expressions. Days common to all, if there are any. Else a week or less counted from
    /// the day of the question wins ("this week, on the attack of 6 January 2021"), then the shortest; between
    /// equals all are covered ("on Monday and Tuesday").
    /// </summary>
    public static TimeScope? Combine(IReadOnlyCollection<TimeScope> scopes)
    {
        if (scopes.Count == 0) return null;
        var ranked = scopes.OrderBy(Rank).ToList();
        var best = ranked[0];

        Period? common = best.Period;
        foreach (var scope in ranked.Skip(1)) common = common?.Intersect(scope.Period);
        if (common is { } shared) return best.Narrowed(shared);

        var covered = ranked.TakeWhile(s => Rank(s) == Rank(best)).Select(s => s.Period).Aggregate((a, b) => a.Hull(b));
        return ranked.Last(s => Rank(s) == Rank(best) && s.Period.To == covered.To) with { Period = covered };
    }

    private TimeScope Narrowed(Period shared) => this with { Period = shared, Grace = shared.To == Period.To ? Grace : 0 };

    private static (int Kind, int Days) Rank(TimeScope scope)
    {
        var days = scope.Period.Days ?? int.MaxValue;
        return (scope.Relative && days <= 8 ? 0 : 1, days);
    }
}
