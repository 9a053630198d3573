using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Spans that a passage does not state but that lie between two of its dates: "five days after".</summary>
internal static class Spans
{
    public static bool IsBetweenDates(Alignment alignment, Quantity quantity, string? unit)
    {
        if (unit is "day" or "week")
        {
            var days = alignment.Evidence.Passages.SelectMany(Days).Distinct().ToList();
            var span = quantity.Value * (unit == "week" ? 7 : 1);
            return days.Any(a => days.Any(b => b.DayNumber - a.DayNumber == span && span > 0));
        }

        if (unit != "year" || alignment.Evidence.Passages.Any(p => p.Quantities.Any(q => q.Last + 1 < p.Words.Count
            && p.Words[q.Last + 1].Lower is "years" or "year"))) return false;
        var years = alignment.Evidence.Passages.SelectMany(p => p.Dates.Select(d => d.Year).OfType<int>().Append(p.Published?.Year ?? 0)).Distinct().ToList();
        return years.Any(a => years.Any(b => b - a == quantity.Value && quantity.Value > 0));
    }

    private static IEnumerable<DateOnly> Days(TextReading passage)
    {
        foreach (var date in passage.Dates)
        {
            if (date is { Year: { } year, Month: { } month, Day: { } day } && day <= DateTime.DaysInMonth(year, month)) yield return new DateOnly(year, month, day);
            foreach (var (from, to) in date.Ranges.Take(1))
            {
                if (from == to) yield return from;
            }
        }
    }
}
