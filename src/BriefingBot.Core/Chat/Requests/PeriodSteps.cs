using BriefingBot.Chat.Answers;

namespace BriefingBot.Chat.Requests;

/// <summary>The steps by which buttons widen and narrow the period: a week, a month, a year, everything.</summary>
internal static class PeriodSteps
{
    private static readonly int[] Days = [7, 30, 365];

    public static bool CanWiden(AskedScope scope) => scope.From is not null;

    /// <summary>The next period that begins earlier and ends now.</summary>
    public static AskedScope Wider(AskedScope scope, DateOnly today) => scope with
    {
        Since = Days.Select(days => (DateOnly?)today.AddDays(-days)).FirstOrDefault(start => start < scope.From),
        WordedPeriod = false,
    };

    /// <summary>The next period that begins later and ends now; null when there is none, or the one searched is over.</summary>
    public static AskedScope? Narrower(AskedScope scope, DateOnly today)
    {
        if (scope.To < today) return null;
        var start = Days.Reverse().Select(days => (DateOnly?)today.AddDays(-days)).FirstOrDefault(s => scope.From is null || s > scope.From);
        return start is null ? null : scope with { Since = start, WordedPeriod = false };
    }
}
