namespace BriefingBot.Retrieval.Periods;

/// <summary>
/// Turns an expression of time into the days it means, seen from the day of the question. Spoken periods are wider
/// than the calendar's:
/// <list type="bullet">
/// <item>"this week" and "the week" are the last seven days and today, so that they mean something on a Monday;
/// "this month" likewise the last thirty; "this year" starts on 1 January.</item>
/// <item>"last week" is the week before, Monday to Sunday; asked on a Sunday, to Saturday, for those whose week starts on Sunday.
/// "the past week" are the last seven days, "the last week" both; months likewise; "the last year" is the past year.</item>
/// <item>A weekday is the latest one, today included; "last Thursday" reaches from that of the week before to the latest before today, as people mean either.</item>
/// <item>A month or day without a year is the latest that has begun.</item>
/// <item>"since X" and "after X" run to today, X included when it is a day; "before X" ends the day before, "until X" with it.</item>
/// </list>
/// The <see cref="TimeScope.Grace"/> is one day for what is told from today, as the day's news is also printed the next
/// day, and three days, a week or a month for a calendar date, depending on its length. Nothing lies after today.
/// </summary>
internal static class TimeScopeReader
{
    public static TimeScope? Read(string question, DateMention mention, DateOnly today)
    {
        var context = MentionContext.Of(question, mention.Span);
        if (!DateUse.SaysWhen(question, mention, context)) return null;
        if (DaysOf(mention, context, today) is not { } period || period.From > today) return null;

        period = new Period(period.From, period.To is { } to && to < today ? to : today);
        if (IsHistory(mention, context, period, today)) return null;

        var relative = mention.Any(DateWords.IsDeictic) || mention.Any(DateWords.IsWeekday) && !mention.Any(DateWords.IsMonth) || IsPlainUnit(mention);
        return new TimeScope(period, GraceOf(mention, period, relative, today), relative, mention.Span, mention.Span.Of(question));
    }

    private static Period? DaysOf(DateMention mention, MentionContext context, DateOnly today)
    {
        var lead = mention.Words[0];
        if (mention.Modifier.Length == 0 && SpokenPeriod.Read(mention, context, today) is { } spoken) return spoken;
        if (Latest(mention, today) is not { } reading) return null;

        var (from, to) = (reading.Start, reading.End?.AddDays(-1));
        if (lead is "until" or "till" && to is { } before) to = before.AddDays(1);
        if (lead is "from" or "between" || mention.Timex.StartsWith('(')) to = LastDayOf(mention, reading, today);
        if (lead != "from" && context.Before is "from") to = null;
        if (context.Before is "through" or "till" or "until") from = null;
        if (context.Before is "ending" && from == to) from = to?.AddDays(-6);
        return Period.Between(from, to);
    }

    /// <summary>The latest reading that has begun. The library gives wrong years around today to "3-9 October"; the end is moved past the start.</summary>
    private static DateReading? Latest(DateMention mention, DateOnly today)
    {
        DateReading? latest = null;
        foreach (var reading in mention.Readings)
        {
            if ((reading.Start ?? reading.End?.AddDays(-1)) <= today) latest = reading;
        }

        if (latest is not { Start: { } start, End: { } end }) return latest;
        while (end < start) end = end.AddYears(1);
        return new DateReading(start, end);
    }

    /// <summary>
    /// The last day of "from A to B". The library ends it where B starts, but people mean B too; a span counted back
    /// from today ("past three days") ends today, a quarter or half of a year where the library says.
    /// </summary>
    private static DateOnly? LastDayOf(DateMention mention, DateReading reading, DateOnly today)
    {
        if (reading.End is not { } end) return null;
        if (mention.Any(DateWords.IsDeictic)) return today;
        if (!mention.Has("to", "and", "until", "till", "through") && mention.Wording.IndexOfAny(['-', '–', '—']) < 0) return end.AddDays(-1);

        var words = mention.Words;
        if (words[^1] is var last && DateWords.IsMonth(last) && !mention.Any(DateWords.IsDayNumber)) return end.AddMonths(1).AddDays(-1);
        if (!DateWords.IsYear(last) || mention.Any(DateWords.IsDayNumber)) return end;
        return mention.Any(DateWords.IsMonth) ? end.AddMonths(1).AddDays(-1) : end.AddYears(1).AddDays(-1);
    }

    /// <summary>
    /// "in power since 1996", "the hottest in the past 20 years": what reaches from more than a year ago to today, and
    /// what comes before or after such a year, is the story and not when it was told.
    /// </summary>
    private static bool IsHistory(DateMention mention, MentionContext context, Period period, DateOnly today)
    {
        var yearAgo = today.AddYears(-1);
        if (period.From is not { } from) return !mention.Any(DateWords.IsMonth) && mention.Any(DateWords.IsYear) && period.To < yearAgo;
        var runsOn = mention.Modifier.StartsWith("since", StringComparison.Ordinal) || mention.Modifier == "after" || context.Before == "from" || mention.Any(DateWords.IsDeictic);
        return runsOn && from < yearAgo && period.To == today;
    }

    private static bool IsPlainUnit(DateMention mention) => !mention.Any(w => DateWords.IsMonth(w) || char.IsAsciiDigit(w[0]));

    private static int GraceOf(DateMention mention, Period period, bool relative, DateOnly today)
    {
        if (period.To is not { } to || period.From is null) return 0;
        var days = period.Days ?? 1;
        var grace = relative && days <= 8 ? 1 : days <= 3 ? 3 : days <= 31 ? 7 : 31;
        return Math.Min(grace, today.DayNumber - to.DayNumber);
    }
}
