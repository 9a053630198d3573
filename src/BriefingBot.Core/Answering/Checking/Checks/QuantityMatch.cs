using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Whether a sentence's number may stand for one of a passage: the same, another notation, a rounding or another unit.</summary>
internal static class QuantityMatch
{
    private static readonly WordSet UnitNouns = new("""
        year month week fortnight day hour minute second decade century centurie kilometre kilometer km metre meter mile centimetre inch foot feet kilo kilogram kg tonne ton
        gram pound litre liter gallon acre hectare degree point goal run wicket vote seat
        """);

    private static readonly Dictionary<string, decimal> Days = new(StringComparer.Ordinal) { ["hour"] = 1, ["day"] = 24, ["week"] = 7 * 24, ["fortnight"] = 14 * 24 };

    private static readonly Dictionary<string, decimal> Months = new(StringComparer.Ordinal) { ["month"] = 1, ["year"] = 12, ["decade"] = 120, ["century"] = 1200, ["centurie"] = 1200 };

    public static bool Agree(TextReading sentence, Quantity mine, TextReading passage, Quantity other)
    {
        // "02:15" is not "two".
        if (sentence.Words[mine.First].Lower is ['0', _] digits && digits != passage.Words[other.First].Lower) return false;
        if (UnitNoun(sentence, mine) is { } a && UnitNoun(passage, other) is { } b && a != b) return IsSameSpan(mine.Value, a, other.Value, b);
        if (mine.IsOrdinal != other.IsOrdinal && mine.Value == other.Value && (IsRank(sentence, mine) || IsRank(passage, other))) return true;
        if ((mine.IsOrdinal == other.IsOrdinal && other.Equals(mine.Value, mine.Unit)) || (mine.OtherValue is { } value
            && other.Equals(value, mine.OtherUnit)) || IsInWords(sentence, mine, passage, other)) return true;
        if (mine.Unit == "%" && other.Unit.Length == 0 && mine.Value == other.Value && SharesPercent(passage, other)) return true;
        if (mine.Unit == "%" && other.Unit == "%" && mine.Value == Math.Round(other.Value) && other.Last == other.First + 1 && passage.Words[other.First].Text.All(char.IsLetter)) return true;
        // Only the sentence rounds: another number for one that is itself rounded is another number.
        return mine.IsRounded && ((!other.IsRounded && IsRoundingOf(mine, other)) || IsLowerBound(sentence, mine, passage, other));
    }

    /// <summary>"Two weeks" for "fourteen days".</summary>
    private static bool IsSameSpan(decimal mine, string unit, decimal other, string otherUnit) =>
        (Days.TryGetValue(unit, out var a) && Days.TryGetValue(otherUnit, out var b) && mine * a == other * b)
        || (Months.TryGetValue(unit, out a) && Months.TryGetValue(otherUnit, out b) && mine * a == other * b);

    // "The world number 188" for "ranked 188th".
    private static bool IsRank(TextReading text, Quantity quantity) => !quantity.IsOrdinal && quantity.First > 0
        && text.Words[quantity.First - 1].Lower is "number" or "no" or "ranked";

    /// <summary>"Stage 11" for "the eleventh stage".</summary>
    private static bool IsInWords(TextReading sentence, Quantity mine, TextReading passage, Quantity other) =>
        mine.IsOrdinal != other.IsOrdinal && mine.Value == other.Value
        && (mine.IsOrdinal ? IsNumbered(sentence, mine, passage, other) : IsNumbered(passage, other, sentence, mine));

    private static bool IsNumbered(TextReading a, Quantity ordinal, TextReading b, Quantity cardinal) =>
        ordinal.Last + 1 < a.Words.Count && cardinal.First > 0 && a.Words[ordinal.Last + 1].Means(b.Words[cardinal.First - 1]);

    private static bool IsRoundingOf(Quantity mine, Quantity other) =>
        other.Equals(other.Value, mine.Unit) && mine.Value != 0 && other.Value != 0
            && Math.Abs(mine.Value - other.Value) <= CheckingWeights.Rounding * other.Value && Zeros(mine.Value) > Zeros(other.Value);

    // "31 percent, ahead of the others on 28"
    private static bool SharesPercent(TextReading passage, Quantity quantity) =>
        passage.Quantities.Any(q => q.Unit == "%" && passage.Words[q.First].Sentence == passage.Words[quantity.First].Sentence);

    /// <summary>"More than 100" for 140.</summary>
    private static bool IsLowerBound(TextReading sentence, Quantity mine, TextReading passage, Quantity other) =>
        mine.Value >= 10 && mine.First > 0 && UnitNoun(sentence, mine) == UnitNoun(passage, other) && sentence.Words[mine.First - 1].Lower is "than" or "over" or "least"
            && !sentence.Words.Any(w => w.Lower is "fewer" or "less")
        // "Over 65" is a bound of its own: people over 60 are others.
        && !(other.First > 0 && passage.Words[other.First - 1].Lower is "than" or "over" or "least")
        && other.Equals(other.Value, mine.Unit) && other.Value > mine.Value && other.Value <= CheckingWeights.LowerBound * mine.Value
        && Zeros(mine.Value) > Zeros(other.Value);

    private static int Zeros(decimal value)
    {
        var zeros = 0;
        while (value != 0 && value % 10 == 0) (value, zeros) = (value / 10, zeros + 1);
        return zeros;
    }

    public static bool IsUnit(string lower) => UnitNouns.Contains(lower.TrimEnd('s'));

    public static string? UnitNoun(TextReading text, Quantity quantity)
    {
        if (quantity.Last + 1 >= text.Words.Count) return null;
        var lower = text.Words[quantity.Last + 1].Lower;
        var singular = lower.EndsWith('s') ? lower[..^1] : lower;
        return UnitNouns.Contains(singular) ? singular.Replace("meter", "metre", StringComparison.Ordinal).Replace("kilometre", "km", StringComparison.Ordinal)
            .Replace("kilogram", "kg", StringComparison.Ordinal).Replace("liter", "litre", StringComparison.Ordinal).Replace("tonne", "ton", StringComparison.Ordinal).Replace("feet", "foot", StringComparison.Ordinal) : null;
    }
}
