using System.Collections.Frozen;

namespace BriefingBot.Retrieval.Periods;

/// <summary>The English words of which expressions of time are made.</summary>
internal static class DateWords
{
    private static readonly FrozenSet<string> Months = Set(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    // Without "sun", "sat", "mon", "wed": shorter than they are ambiguous.
    private static readonly FrozenSet<string> Weekdays = Set("monday tuesday wednesday thursday friday saturday sunday tue tues thu thur thurs fri");

    private static readonly FrozenSet<string> Units = Set(
        "day days week weeks weekend weekends fortnight month months quarter quarters year years hour hours yesterday today tonight morning afternoon evening night q1 q2 q3 q4");

    private static readonly FrozenSet<string> Deictic = Set("this last past previous prior current ago yesterday today tonight");

    private static readonly FrozenSet<string> Others = Set(
        """
        the of in on and to a an from since before after until till through thru between during by at for over within so far ago
        early earlier late later mid middle start beginning end half first second third fourth fifth st nd rd th
        one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty few couple several am pm
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        MonthLookup = Months.GetAlternateLookup<ReadOnlySpan<char>>(),
        WeekdayLookup = Weekdays.GetAlternateLookup<ReadOnlySpan<char>>(),
        UnitLookup = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsMonth(string word) => Months.Contains(word);

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    public static bool IsDeictic(string word) => Deictic.Contains(word);

    public static bool IsYear(string word) => Year(word) is not null;

    /// <summary>Whether this is a number of a day: "5", "05", "5th".</summary>
    public static bool IsDayNumber(string word) => char.IsAsciiDigit(word[0]) && word.Length <= 4 && !IsYear(word);

    /// <summary>Whether a word can be part of an expression of time that is not the name of a holiday.</summary>
    public static bool IsKnown(string word) =>
        char.IsAsciiDigit(word[0]) || Months.Contains(word) || Weekdays.Contains(word) || Units.Contains(word) || Deictic.Contains(word) || Others.Contains(word);

    /// <summary>Whether an expression of time may be at this word: without such a word there is none to recognise.</summary>
    public static bool IsCue(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 10) return false;
        if (char.IsAsciiDigit(word[0])) return Year(word) is not null;
        return MonthLookup.Contains(word) || WeekdayLookup.Contains(word) || UnitLookup.Contains(word);
    }

    /// <summary>The year from 1900 to 2099 that the word writes in four digits, or null.</summary>
    public static int? Year(ReadOnlySpan<char> word)
    {
        if (word.Length != 4 || !(word.StartsWith("19") || word.StartsWith("20"))) return null;
        return char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]) ? int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    internal static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
