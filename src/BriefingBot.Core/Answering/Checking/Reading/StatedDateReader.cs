using System.Globalization;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Reads the dates of a text: "10 March 2026", "March 10", "1968", "Tuesday", "last year", "next May". The recogniser
/// used for questions reads more forms but takes milliseconds a sentence.
/// </summary>
internal sealed class StatedDateReader(IReadOnlyList<Word> words, DateOnly? published)
{
    private static readonly string[] MonthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "fall", "winter"];

    public List<StatedDate> Read()
    {
        var found = new List<StatedDate>();
        for (var i = 0; i < words.Count; i++)
        {
            if ((Calendar(i) ?? Relative(i) ?? Season(i) ?? Weekday(i) ?? YearAlone(i)) is not { } date) continue;
            found.Add(WithOpenYear(date));
            i = date.Last;
        }

        return found;
    }

    // "On March 10" means the nearest one.
    private StatedDate WithOpenYear(StatedDate date)
    {
        if (published is not { } day || date.Year is not null || date.Month is not { } month) return date;
        var distance = month - day.Month;
        return date with { Year = day.Year + (distance > 7 ? -1 : distance < -7 ? 1 : 0) };
    }

    private StatedDate? Calendar(int at)
    {
        if (DayNumber(at) is { } day)
        {
            var month = Is(at + 1, "of") ? at + 2 : at + 1;
            if (MonthAt(month) is { } named) return WithYear(new StatedDate("", at, month) { Month = named, Day = day });
            // "Between 3 and 17 October", "3-17 October"
            var second = Is(at + 1, "and") || Is(at + 1, "to") ? at + 2 : at + 1;
            if (DayNumber(second) is not null && MonthAt(second + 1) is { } shared
                && words[second + 1].Clause == words[at].Clause) return new StatedDate("", at, at) { Month = shared, Day = day };
        }

        if (MonthAt(at) is not { } m) return PastMonthDay(at);
        return DayNumber(at + 1) is { } d ? WithYear(new StatedDate("", at, at + 1) { Month = m, Day = d }) : WithYear(new StatedDate("", at, at) { Month = m });
    }

    // "October 3 to 17": the second day has its month before it.
    private StatedDate? PastMonthDay(int at) =>
        DayNumber(at) is { } day && at >= 3 && words[at - 1].Lower is "to" or "and" && DayNumber(at - 2) is not null && MonthAt(at - 3) is { } month
            ? new StatedDate("", at, at) { Month = month, Day = day } : null;

    private StatedDate WithYear(StatedDate date) =>
        YearAt(date.Last + 1) is { } year ? date with { Year = year, Last = date.Last + 1 } : date;

    private StatedDate? Relative(int at)
    {
        if (words[at].Lower is "yesterday" or "today" or "tonight" or "tomorrow") return Around(new StatedDate(words[at].Lower is "tonight" ? "today" : words[at].Lower, at, at), words[at].Lower is "yesterday" ? -1 : words[at].Lower is "tomorrow" ? 1 : 0);
        var offset = words[at].Lower switch { "last" or "past" or "previous" => -1, "this" => 0, "next" or "coming" => 1, _ => (int?)null };
        if (offset is not { } step || at + 1 >= words.Count) return null;
        var unit = words[at + 1].Lower;
        if (words[at].Lower == "past" && Month(unit) is not null) return null;
        var date = new StatedDate($"{step} {unit}", at, at + 1);
        // "Next May" in April is this year's or the next one's.
        if (Month(unit) is { } ahead && step > 0
            && published is { } from) return Range(date, new DateOnly(from.Year, ahead, 1), new DateOnly(from.Year, ahead, 1).AddMonths(1).AddDays(-1)) is var one ? one with { Ranges = [.. one.Ranges, .. one.Ranges.Select(r => (r.From.AddYears(1), r.To.AddYears(1)))] } : date;
        if (Month(unit) is { } month) return WithOpenYear(date with { Month = month, Year = published is { } p ? p.Year + (step < 0
            && month >= p.Month ? -1 : step > 0 && month <= p.Month ? 1 : 0) : null });
        if (DayOf(words[at + 1]) is { } weekday) return OfWeekday(date, weekday);
        if (unit == "year") return published is { } now ? Range(date, new DateOnly(now.Year + step, 1, 1), new DateOnly(now.Year + step, 12, 31)) : date;
        if (unit == "month" && published is { } of) return Range(date, new DateOnly(of.Year, of.Month, 1).AddMonths(step), new DateOnly(of.Year, of.Month, 1).AddMonths(step + 1).AddDays(-1));
        if (unit == "week" && published is { } day) return Range(date, Monday(day).AddDays(7 * step), Monday(day).AddDays((7 * step) + 6));
        return Seasons.Contains(unit) || unit is "week" or "month" or "weekend" or "decade" or "century" ? date : null;
    }

    // "In the autumn"
    private StatedDate? Season(int at) =>
        Seasons.Contains(words[at].Lower) && !(Is(at, "fall") && (Is(at + 1, "of") || Is(at + 1, "in"))) && Is(at - 1, "the") && at > 1
            && words[at - 2].Lower is "in" or "by" or "until" or "since" or "during" or "of" ? new StatedDate(words[at].Lower, at, at) : null;

    private StatedDate? Weekday(int at) => DayOf(words[at]) is { } day ? OfWeekday(new StatedDate(words[at].Lower, at, at), day) : null;

    private StatedDate OfWeekday(StatedDate date, DayOfWeek weekday)
    {
        if (published is not { } day) return date with { Weekday = weekday };
        var back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
        var days = date.Literal[0] == '1' ? [day.AddDays(7 - back), day.AddDays(14 - back)] : date.Literal[0] == '-' ? new[] { day.AddDays(-back), day.AddDays(-back - 7) } : [day.AddDays(-back), day.AddDays(back == 0 ? 7 : 7 - back)];
        return date with { Weekday = weekday, Ranges = [.. days.Select(d => (d, d))] };
    }

    // "1968" is a year after "in", "since", "by" and the like, or when no unit follows that would make it a number.
    private StatedDate? YearAlone(int at) =>
        YearAt(at) is { } year && !(at > 0 && words[at - 1].Lower is "$" or "£" or "€") && (at + 1 >= words.Count || words[at + 1].Clause != words[at].Clause || words[at + 1].Is(WordKind.Function) || IsAfterPreposition(at))
            ? new StatedDate("", at, at) { Year = year } : null;

    private bool IsAfterPreposition(int at) => at > 0
        && words[at - 1].Lower is "in" or "since" or "by" or "until" or "of" or "from" or "to" or "the" or "before" or "after" or "early" or "late" or "during" or "around" or "ad" or "than";

    private StatedDate Around(StatedDate date, int days) => published is { } day ? Range(date, day.AddDays(days), day.AddDays(days)) : date;

    private static StatedDate Range(StatedDate date, DateOnly from, DateOnly to) => date with { Ranges = [(from, to)] };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private int? DayNumber(int at)
    {
        if (at < 0 || at >= words.Count || !char.IsDigit(words[at].Lower[0])) return null;
        var digits = words[at].Lower.AsSpan().TrimEnd("stndrh");
        return digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private int? MonthAt(int at) => at >= 0 && at < words.Count && char.IsUpper(words[at].Text[0]) && !(words[at].Lower is "may" or "march"
        && words[at].OpensSentence && DayNumber(at + 1) is null) ? Month(words[at].Lower) : null;

    private static int? Month(string lower)
    {
        for (var i = 0; i < MonthNames.Length; i++)
        {
            if (lower == MonthNames[i] || (lower.Length is 3 or 4 && lower != "mar" && lower != "marc"
                && MonthNames[i].StartsWith(lower, StringComparison.Ordinal)) || (lower == "sept" && i == 8)) return i + 1;
        }

        return null;
    }

    private int? YearAt(int at) =>
        at < words.Count && words[at].Lower.Length == 4
            && int.TryParse(words[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2199
            ? year : null;

    private static DayOfWeek? DayOf(Word word) =>
        char.IsUpper(word.Text[0]) && word.Lower.EndsWith("day", StringComparison.Ordinal) && Enum.TryParse<DayOfWeek>(word.Lower, ignoreCase: true, out var day) ? day
        : char.IsUpper(word.Text[0]) && word.Lower.EndsWith("days", StringComparison.Ordinal)
            && Enum.TryParse<DayOfWeek>(word.Lower[..^1], ignoreCase: true, out var days) ? days : null;

    private bool Is(int at, string lower) => at >= 0 && at < words.Count && words[at].Lower == lower;
}
