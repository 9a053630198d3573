using System.Globalization;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Reads the numbers of a text, however written: "1,200", "twelve hundred", "14m", "nine in ten", "four and a half".</summary>
internal sealed class QuantityReader(IReadOnlyList<Word> words, string text)
{
    public List<Quantity> Read(Func<int, bool> isDate)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < words.Count; i++)
        {
            if (isDate(i) || At(i) is not { } quantity) continue;
            // "Four years and six months" is four and a half years.
            if (quantity is { Value: 6 } && Is(quantity.Last + 1, "months") && found.Count > 0 && Is(found[^1].Last + 1, "years")
                && found[^1].Last + 3 == i) found[^1] = found[^1] with { OtherValue = found[^1].Value + 0.5m };
            found.Add(quantity);
            i = quantity.Last;
        }

        return [.. found.Select((q, i) => i + 1 < found.Count ? WithScaleOf(found[i + 1], q) : q)];
    }

    // "$9.5-9.8 billion", "between 4 and 5 million": the scale is told once.
    private Quantity WithScaleOf(Quantity next, Quantity quantity)
    {
        if (quantity.Value >= 1_000 || next.Value < 1_000 || quantity.First != quantity.Last || next.First - quantity.Last > 3) return quantity;
        var gap = text[words[quantity.Last].Span.End..words[next.First].Span.Start].Trim(' ', '$', '£', '€');
        var scale = Enumerable.Range(next.First, next.Last - next.First + 1).Select(i => NumberWords.Scales.GetValueOrDefault(words[i].Lower.TrimStart("0123456789.,".ToCharArray()))).Max();
        return scale > 0 && gap is "-" or "–" or "to" or "and" or "or" ? quantity with { OtherValue = quantity.Value * scale, OtherUnit = next.Unit } : quantity;
    }

    private Quantity? At(int at)
    {
        if (Is(at, "half") && Is(at + 1, "a") && at + 2 < words.Count && NumberWords.Scales.TryGetValue(words[at + 2].Lower, out var scale)) return Half(at, scale);
        if (PartAt(at) is { } part) return part;
        if (Compound(at) is not var (value, next)) return OrdinalAt(at);
        if (next + 2 < words.Count && Is(next, "and") && Is(next + 1, "a") && Is(next + 2, "half")) (value, next) = (value + 0.5m, next + 3);
        if (!EndsScore(at) && Share(value, next) is { } share) return share with { First = at, IsRounded = IsRounded(at) };
        var unit = UnitAround(at, ref next);
        // "14m" may be metres, "$14m" not.
        var other = unit.Length == 0 && words[at].Lower is [.., 'm'] && char.IsDigit(words[at].Lower[0]) ? Digits(words[at].Lower[..^1]) : null;
        return new Quantity(unit == "cent" && value >= 100 ? value / 100 : value, unit, at, next - 1) { OtherValue = other, OtherUnit = unit, IsRounded = IsRounded(at) };
    }

    private Quantity Half(int at, decimal scale)
    {
        var next = at + 3;
        var unit = UnitAround(at, ref next);
        return new Quantity(scale / 2, unit, at, next - 1) { IsRounded = IsRounded(at) };
    }

    /// <summary>"Nine in ten", "71 of 90" stay numbers; the former is a percentage, too.</summary>
    private Quantity? Share(decimal value, int next)
    {
        if (value > 10 || next + 1 >= words.Count) return null;
        var noun = Is(next + 1, "in") && words[next].Is(WordKind.Content) ? next++ : -1;
        var of = Is(next, "in") ? next + 1 : Is(next, "out") && Is(next + 1, "of") ? next + (Is(next + 2, "every") ? 3 : 2) : -1;
        return of >= 0 && of < words.Count && Compound(of) is var (whole, end) && whole is 3 or 4 or 5 or 6 or 7 or 8 or 10 or 20 or 100 && value < whole
            ? new Quantity(Math.Round(100 * value / whole, 1), "%", 0, end - 1) { OtherValue = value, Noun = noun } : null;
    }

    // "Won 6-2 6-1 in 58 minutes" is no share.
    private bool EndsScore(int at) => at > 0 && char.IsDigit(words[at - 1].Lower[^1]) && text[words[at - 1].Span.End..words[at].Span.Start] is "-" or "–";

    private Quantity? PartAt(int at)
    {
        // Not of "a half-cent tax".
        if (Is(at, "half") && !text.AsSpan(words[at].Span.End).StartsWith("-") && !Is(at + 1, "a") && !Is(at - 1, "second") && !Is(at - 1, "first")) return new Quantity(50, "%", at, at) { OtherValue = 0.5m };
        if (Is(at, "twice") || Is(at, "double") || Is(at, "doubled")) return null;
        var count = words[at].Lower is "a" or "one" ? 1 : NumberWords.Small.GetValueOrDefault(words[at].Lower);
        // Nor of "a half-cent tax".
        if (count == 0 || at + 1 >= words.Count || text.AsSpan(words[at + 1].Span.End).StartsWith("-") || !NumberWords.Parts.TryGetValue(words[at + 1].Lower, out var part)) return null;
        if (part <= count || (part == 3 && words[at].Lower == "a" && !Is(at + 2, "of") && !Is(at + 2, "in") && !(at > 0 && words[at - 1].Lower is "by" or "about" or "roughly" or "almost" or "nearly" or "around" or "over" or "than")
            && words[at + 1].Clause == words[Math.Min(at + 2, words.Count - 1)].Clause && at + 2 < words.Count)) return null;
        return new Quantity(Math.Round(100 * count / part, 1), "%", at, at + 1);
    }

    private Quantity? OrdinalAt(int at)
    {
        var word = words[at].Lower;
        // "A 14-second lead"
        if (word == "second" && at > 0 && (char.IsDigit(words[at - 1].Lower[0]) || NumberWords.Small.ContainsKey(words[at - 1].Lower))) return null;
        if (NumberWords.Ordinals.TryGetValue(word, out var value)) return new Quantity(value, "", at, at) { IsOrdinal = true };
        if (word.Length > 2 && char.IsDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th"
            && Digits(word[..^2]) is { } digits) return new Quantity(digits, "", at, at) { IsOrdinal = true };
        // "Sixty-second" is left out: rare in news.
        return null;
    }

    /// <summary>A number with its scale words, and the index after it.</summary>
    private (decimal Value, int Next)? Compound(int at)
    {
        decimal total = 0, part = 0;
        var next = at;
        var read = false;
        while (next < words.Count && (next == at || Follows(next)))
        {
            var word = words[next].Lower;
            if (Simple(word) is { } simple && (!read || Adds(part, simple))) part += simple;
            else if (read && NumberWords.Scales.TryGetValue(word, out var scale) && (word.Length > 1 || char.IsDigit(words[next - 1].Lower[0])))
            {
                if (scale is 100 or 12) part *= scale;
                else (total, part) = (total + (part * scale), 0);
            }
            else if (!read && word is "a" or "half" && next + 1 < words.Count && NumberWords.Scales.ContainsKey(words[next + 1].Lower)) part = 1;
            else if (read && word == "and" && next + 1 < words.Count && part % 100 == 0 && part > 0 && Simple(words[next + 1].Lower) is > 0 and < 100
                && NumberWords.Scales.ContainsKey(words[next - 1].Lower)) { }
            else break;

            read = true;
            next++;
        }

        return read ? (total + part, next) : null;
    }

    // "twenty" takes "five", "hundred" takes "twelve", but "3" does not take "1".
    private static bool Adds(decimal part, decimal simple) =>
        part == 0 || (simple < 10 && part is >= 20 and < 100 && part % 10 == 0) || (simple < 100 && part >= 100 && part % 100 == 0 && part < 10_000);

    private bool Follows(int at)
    {
        var gap = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        var digits = char.IsDigit(words[at].Lower[0]);
        return !digits && (gap is " " or "-" or "\u00a0" or "\u2011" || gap.IsEmpty || gap.IsWhiteSpace());
    }

    private static decimal? Simple(string word)
    {
        if (NumberWords.Small.TryGetValue(word, out var value)) return value;
        if (!char.IsDigit(word[0])) return null;
        var digits = word.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz").Length;
        if (digits == word.Length) return Digits(word);
        return NumberWords.Scales.TryGetValue(word[digits..], out var scale) ? Digits(word[..digits]) * scale
            : word[digits..] is "km" or "kg" or "cm" or "mm" or "mw" or "gw" or "mph" or "pc" or "p" or "t" or "kmh" or "s" or "am" or "pm" or "c" or "f" or "h" ? Digits(word[..digits]) : null;
    }

    private static decimal? Digits(string word) =>
        decimal.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private string UnitAround(int at, ref int next)
    {
        var before = at > 0 && words[at - 1].Lower is "$" or "£" or "€" or "¥" ? NumberWords.Units[words[at - 1].Lower] : "";
        if (Is(next, "percentage") && (Is(next + 1, "points") || Is(next + 1, "point"))) return Take(ref next, 2, "points");
        if (Is(next, "per") && Is(next + 1, "cent")) return Take(ref next, 2, "%");
        if (before.Length > 0) return before;
        if (next < words.Count && NumberWords.Units.TryGetValue(words[next].Lower, out var unit)) return Take(ref next, 1, unit);
        // "Swiss francs", "US dollars"
        if (next + 1 < words.Count && words[next].Is(WordKind.Name)
            && NumberWords.Units.TryGetValue(words[next + 1].Lower, out var second)) return Take(ref next, 2, second);
        return "";
    }

    private static string Take(ref int next, int count, string unit)
    {
        next += count;
        return unit;
    }

    private bool IsRounded(int at)
    {
        var before = at - 1 >= 0 && words[at - 1].Is(WordKind.Figure) ? at - 2 : at - 1;
        return before >= 0 && words[before].Lower is "about" or "around" or "roughly" or "approximately" or "some" or "nearly" or "almost" or "over" or "than" or "least" or "close";
    }

    private bool Is(int at, string lower) => at >= 0 && at < words.Count && words[at].Lower == lower;
}
