namespace BriefingBot.Retrieval.Periods;

/// <summary>Expressions whose everyday meaning differs from the recogniser's calendar; see <see cref="TimeScopeReader"/>.</summary>
internal static class SpokenPeriod
{
    /// <summary>The days meant, or null when the calendar's reading holds.</summary>
    public static Period? Read(DateMention mention, MentionContext context, DateOnly today)
    {
        if (mention.Has("ago")) return Ago(mention, today);
        if (mention.Has("last") && mention.Any(DateWords.IsWeekday) && mention.Words.Count == 2) return LastWeekday(mention, today);
        if (mention.Has("last") && mention.Any(DateWords.IsMonth) && mention.Words.Count == 2) return LastNamedMonth(mention, today);
        if (mention.Any(w => DateWords.IsMonth(w) || DateWords.IsWeekday(w) || char.IsAsciiDigit(w[0]))) return null;
        if (mention.Has("weekend")) return Weekend(mention, today);
        if (mention.Has("week")) return Week(mention, context, today);
        if (mention.Has("month")) return Rolling(mention, context, today.AddMonths(-1), today.AddDays(-30), today);
        return mention.Has("year") ? Rolling(mention, context, today.AddYears(-1), new DateOnly(today.Year, 1, 1), today) : null;
    }

    private static Period? Ago(DateMention mention, DateOnly today)
    {
        if (mention.Readings[^1].Start is not { } day) return null;
        var slack = mention.Has("week", "weeks", "fortnight") ? 3 : 0;
        return Period.Between(day.AddDays(-slack), Min(day.AddDays(slack), today));
    }

    private static Period? LastWeekday(DateMention mention, DateOnly today)
    {
        if (mention.Readings[^1].Start is not { } day) return null;
        var latest = today.AddDays(-1);
        while (latest.DayOfWeek != day.DayOfWeek) latest = latest.AddDays(-1);
        return new Period(Min(day, latest), latest);
    }

    private static Period? LastNamedMonth(DateMention mention, DateOnly today)
    {
        if (mention.Readings[^1].Start is not { Day: 1 } first) return null;
        while (first.AddYears(1).AddMonths(1) <= today) first = first.AddYears(1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    private static Period? Weekend(DateMention mention, DateOnly today)
    {
        if (mention.Readings[^1] is not { Start: { } start, End: { } end }) return null;
        // "this weekend" may be the coming one; "the weekend" in a question about news is the one that was.
        if (start > today && mention.Has("the")) (start, end) = (start.AddDays(-7), end.AddDays(-7));
        return Period.Between(start, end.AddDays(-1));
    }

    private static Period? Week(DateMention mention, MentionContext context, DateOnly today)
    {
        var weekAgo = today.AddDays(-7);
        if (mention.Has("past") || mention.Has("this", "current", "the") && !mention.Has("last", "previous", "prior")) return new Period(weekAgo, today);
        if (mention.Readings[^1].Start is not { } monday || !mention.Has("last", "previous", "prior") || mention.Has("early", "late")) return null;
        if (IsTheLast(mention, context)) return new Period(Min(monday, weekAgo), today);
        return new Period(monday, today.DayOfWeek == DayOfWeek.Sunday ? today.AddDays(-1) : monday.AddDays(6));
    }

    /// <summary>"this month", "the past month" and "the last month"; likewise for years.</summary>
    private static Period? Rolling(DateMention mention, MentionContext context, DateOnly unitAgo, DateOnly startOfThis, DateOnly today)
    {
        if (mention.Has("early", "late", "start", "beginning", "end", "mid", "middle", "half", "quarter")) return null;
        if (mention.Has("past")) return new Period(unitAgo, today);
        if (mention.Has("last", "previous", "prior"))
        {
            if (!IsTheLast(mention, context) || mention.Readings[^1].Start is not { } start) return null;
            return Period.Between(mention.Has("year") ? unitAgo : Min(start, unitAgo), today);
        }

        return new Period(startOfThis, today);
    }

    /// <summary>"the last week" is not quite "last week".</summary>
    private static bool IsTheLast(DateMention mention, MentionContext context) => mention.Has("last") && (context.Before == "the" || mention.Words[0] == "the");

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
