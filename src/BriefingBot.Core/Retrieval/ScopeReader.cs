using BriefingBot.Articles;
using BriefingBot.Retrieval.Outlets;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Retrieval;

/// <summary>
/// Turns what a question says about time and outlets, and what it was narrowed to by hand, into a filter. What was
/// set by hand is a border that the wording can only narrow further.
/// </summary>
public sealed class ScopeReader(IArticleLibrary library)
{
    private volatile Known? _known;

    public async ValueTask<ScopeReading> ReadAsync(Question question, CancellationToken cancellation)
    {
        var everything = await library.DescribeAsync(ArticleFilter.EverythingIn(question.Access), cancellation);
        return Read(question, KnownAmong(everything.Sources));
    }

    public static ScopeReading Read(Question question, KnownSources known)
    {
        var time = QuestionTime.Read(question.Text, question.AsOf);
        var mentions = known.In(question.Text);
        var worded = question.WordedPeriod ? time.Scope : null;
        var (from, to) = Days(question, worded);
        var sources = question.Sources is { Count: > 0 } chosen
            ? chosen.SelectMany(known.Called).Distinct(StringComparer.Ordinal).ToList()
            : [.. mentions.SelectMany(m => m.Sources)];
        return new ScopeReading(
            new ArticleFilter(from, to, sources) { Access = question.Access },
            Recency(question, time),
            [.. time.Mentions, .. mentions.Select(m => m.Span)],
            worded?.Wording ?? "")
        {
            IsNarrowed = worded is not null || sources.Count > 0 || question.Since is not null || question.Until is not null,
            WantsLatest = time.WantsLatest,
        };
    }

    // The library gives out the same list until its contents change. Of two questions that find it changed at once
    // both make the names anew, and either's are right.
    private KnownSources KnownAmong(IReadOnlyList<SourceCount> sources)
    {
        if (_known is not { } known || !ReferenceEquals(known.Sources, sources))
        {
            _known = known = new Known(sources, new KnownSources(sources.Select(s => s.Source)));
        }

        return known.Names;
    }

    private static (DateOnly? From, DateOnly To) Days(Question question, TimeScope? scope)
    {
        var until = Earlier(question.Until, question.AsOfDay);
        // Nothing is known yet of days after the question: a scope that is empty, not an error.
        if (Period.Between(question.Since, until) is not { } byHand) return (question.Since, until);
        // A period outside of the one set by hand says nothing about it: the hand wins.
        var both = byHand.Intersect(Searched(scope)) ?? byHand;
        return (both.From, both.To ?? question.AsOfDay);
    }

    /// <summary>
    /// When reports on the period are looked for. A calendar day ("on 30 September 2020") is mostly the day of the
    /// event, and reports of it go on: it has no end, but what was published close to it is preferred.
    /// </summary>
    private static Period Searched(TimeScope? scope) => scope is null ? default
        : IsDayOfEvent(scope) ? new Period(scope.Period.From, null)
        : scope.Published;

    private static bool IsDayOfEvent(TimeScope scope) => !scope.Relative && scope.Period.Days <= RankingWeights.LongestEventDays;

    private static DateOnly Earlier(DateOnly? day, DateOnly asOf) => day is { } chosen && chosen < asOf ? chosen : asOf;

    /// <summary>
    /// A question about a closed period or about an event of an earlier year does not prefer the newest; one about
    /// the state of things does so more than others.
    /// </summary>
    private static RecencyPrior Recency(Question question, QuestionTime time)
    {
        var halfLife = time.WantsLatest ? RankingWeights.LatestHalfLifeDays : RankingWeights.RecencyHalfLifeDays;
        var newest = new RecencyPrior(question.AsOfDay, halfLife, RankingWeights.RecencyBonus);
        if (time.Scope is { Relative: false } calendar) return IsDayOfEvent(calendar) ? newest with { Day = calendar.Period.To ?? question.AsOfDay } : RecencyPrior.None;
        return time.Scope is null && time.SubjectYears.Any(y => y < question.AsOfDay.Year) ? RecencyPrior.None : newest;
    }

    private sealed record Known(IReadOnlyList<SourceCount> Sources, KnownSources Names);
}
