using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Articles;

/// <summary>
/// A calendar date written out with day, month and year in running text: "Sept. 30, 2020", "30 September 2020",
/// "30th of September, 2020", "2020-09-30".
/// </summary>
/// <param name="NamesWeekday">Whether the right weekday stands before it: "Wednesday, Sept. 30, 2020".</param>
internal readonly record struct FullDate(TextSpan Span, DateOnly Day, bool NamesWeekday = false)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static bool IsWeekday(ReadOnlySpan<char> word) => IndexOf(Weekdays, word.TrimEnd('.')) >= 0;

    public static bool IsMonth(ReadOnlySpan<char> word) => IndexOf(Months, word.TrimEnd('.')) >= 0;

    public static bool TryFindFirst(ReadOnlySpan<char> text, out FullDate date)
    {
        for (var at = 0; TryNextYear(text, ref at, out var year);)
        {
            if (TryReadAround(text, at - 4, year, out date)) return true;
        }

        date = default;
        return false;
    }

    /// <summary>Every full date in order, and every year named, with or without a day.</summary>
    public static void FindAll(ReadOnlySpan<char> text, ICollection<FullDate> dates, ISet<int> years)
    {
        for (var at = 0; TryNextYear(text, ref at, out var year);)
        {
            years.Add(year);
            if (TryReadAround(text, at - 4, year, out var date)) dates.Add(date);
        }
    }

    /// <summary>Reads a text that is one full date and nothing else but a weekday before it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DateOnly? day)
    {
        text = text.Trim();
        day = TryFindFirst(text, out var date) && date.Span.End == text.Length
            && text[..date.Span.Start].TrimEnd(" ,") is var before && (before.IsEmpty || IsWeekday(before)) ? date.Day : null;
        return day is not null;
    }

    /// <summary>Moves past the next run of exactly four digits that reads as a year.</summary>
    private static bool TryNextYear(ReadOnlySpan<char> text, ref int at, out int year)
    {
        while (at < text.Length)
        {
            var found = text[at..].IndexOfAnyInRange('0', '9');
            if (found < 0) break;
            var start = at + found;
            at = start + 1;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at - start != 4) continue;
            year = Number(text[start..at]);
            if (year is >= ArticleDates.EarliestYear and <= ArticleDates.LatestYear) return true;
        }

        year = 0;
        return false;
    }

    private static bool TryReadAround(ReadOnlySpan<char> text, int at, int year, out FullDate date)
    {
        date = default;
        var (month, day, start, end) = (0, 0, at, at + 4);
        var after = text[end..];
        if (after.Length >= 6 && after[0] == '-' && after[3] == '-' && (after.Length == 6 || !char.IsAsciiDigit(after[6])))
        {
            (month, day, end) = (Number(after[1..3]), Number(after[4..6]), end + 6);
        }
        else if (!TryReadBefore(text[..at], out month, out day, out start))
        {
            return false;
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var calendarDay = new DateOnly(year, month, day);
        var before = text[..start];
        var weekday = IndexOf(Weekdays, PopWord(ref before).TrimEnd('.'));
        date = new FullDate(new TextSpan(start, end), calendarDay, weekday >= 0 && weekday == ((int)calendarDay.DayOfWeek + 6) % 7);
        return true;
    }

    /// <summary>The month and day before a year, in either order.</summary>
    private static bool TryReadBefore(ReadOnlySpan<char> text, out int month, out int day, out int start)
    {
        (month, day, start) = (0, 0, 0);
        var last = PopWord(ref text);
        var first = PopWord(ref text);
        if (first is "of") first = PopWord(ref text);
        var dayLast = DayNumber(last) > 0;
        day = DayNumber(dayLast ? last : first);
        month = IndexOf(Months, (dayLast ? first : last).TrimEnd('.')) + 1;
        start = text.Length;
        return day > 0 && month > 0;
    }

    private static ReadOnlySpan<char> PopWord(ref ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(", \n\u00A0").Length;
        var start = end;
        while (start > 0 && end - start < 12 && (char.IsAsciiLetterOrDigit(text[start - 1]) || (text[start - 1] == '.' && start == end))) start--;
        var word = text[start..end];
        text = text[..start];
        return word;
    }

    private static int DayNumber(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("st") || word.EndsWith("nd") || word.EndsWith("rd") || word.EndsWith("th")) word = word[..^2];
        return word.Length is 1 or 2 ? Number(word) : 0;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            number = (number * 10) + (c - '0');
        }

        return digits.IsEmpty ? -1 : number;
    }

    /// <summary>Full names, and abbreviations of three letters or more ("Sep", "Sept").</summary>
    private static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return -1;
        for (var i = 0; i < names.Length; i++)
        {
            if (word.Length <= names[i].Length && names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (word.Length <= 5 || word.Length == names[i].Length)) return i;
        }

        return -1;
    }
}
