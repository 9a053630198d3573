using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Every number must stand in a passage, with its unit, and belong there to the same thing.</summary>
internal static class QuantityCheck
{
    private static readonly WordSet Each = new("a an per each every");

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var quantity in alignment.Sentence.Quantities)
        {
            if (IsPronoun(alignment.Words, quantity)) continue;
            var text = Text(alignment.Sentence, quantity);
            var all = alignment.Evidence.Passages.SelectMany((p, i) => p.Quantities.Select(q => (Passage: i, Quantity: q))).ToList();
            var same = all.Where(e => QuantityMatch.Agree(alignment.Sentence, quantity, alignment.Evidence.Passages[e.Passage], e.Quantity)).ToList();
            if (same.Count == 0)
            {
                if (!IsToldOtherwise(alignment, quantity) && (alignment.IsClose || !DerivedNumbers.IsDerived(alignment, quantity)) && !Spans.IsBetweenDates(alignment, quantity, QuantityMatch.UnitNoun(alignment.Sentence, quantity))) yield return Refuse(text, $"the number {text} is not in the cited passages");
            }
            else if (alignment.IsClose && Rate(alignment.Sentence, quantity) is { } rate && !same.Exists(e => Rate(alignment.Evidence.Passages[e.Passage], e.Quantity) == rate))
            {
                yield return Refuse(text, $"the cited passages do not say “{text}” for each {rate}");
            }
            else if (!alignment.IsInPlace(quantity.First, quantity.Last) && !IsToldOtherwise(alignment, quantity) && !(quantity.Last + 1 < alignment.Words.Count && alignment.Words[quantity.Last + 1].Lower == "times" && DerivedNumbers.IsDerived(alignment, quantity)) && IsOfAnotherThing(alignment, quantity, same, [.. all.Except(same)]))
            {
                yield return Refuse(text, $"the number {text} belongs to something else in the cited passages");
            }
        }
    }

    /// <summary>The year of "5 million a year" and "5 million euros per year"; null for a plain number.</summary>
    private static string? Rate(TextReading text, Quantity quantity)
    {
        var behind = text.Words.Skip(quantity.Last + 1).Take(3).SkipWhile((w, i) => i == 0 && !Each.Contains(w.Lower)).Select(w => w.Lower).ToList();
        return behind.Count > 1 && Each.Contains(behind[0]) && QuantityMatch.IsUnit(behind[1]) ? behind[1] : null;
    }

    // "One of them", "the one", "the two sides".
    private static bool IsPronoun(IReadOnlyList<Word> words, Quantity quantity) =>
        (quantity is { Value: 2, Unit: "" } && quantity.First > 0 && words[quantity.First].Lower == "two" && words[quantity.First - 1].Lower is "the" or "these" or "those") || quantity is { Value: 1, Unit: "" } && quantity.First == quantity.Last && words[quantity.First].Lower is "one" or "first";

    /// <summary>"Two goals" for "scored twice", "both", "double".</summary>
    private static bool IsToldOtherwise(Alignment alignment, Quantity quantity)
    {
        // "A year and a half"
        if (quantity.Unit == "%" && quantity.First > 1 && alignment.Words[quantity.First - 1].Lower == "and" && alignment.Words[quantity.First - 2].Lower is "year" or "month" or "week" or "day" or "hour") return true;
        if (IsYear(alignment, quantity) || IsSpan(alignment, quantity)) return true;
        if (quantity.Unit == "%" ? quantity.Value != 50 : !char.IsLetter(alignment.Words[quantity.First].Text[0])) return false;
        string[] others = quantity.Value switch
        {
            2 when quantity.IsOrdinal => ["ahead", "behind", "runner", "again"],
            2 => ["twice", "double", "doubled", "both", "pair", "couple", "brace"],
            3 => ["triple", "tripled", "threefold", "treble"],
            12 => ["dozen"],
            50 when quantity.Unit == "%" => ["half", "halved"],
            1 => ["a", "single", "sole", "only"],
            _ => [],
        };
        return others.Length > 0 && alignment.Evidence.Passages.Any(p => p.Words.Index().Any(w => others.Contains(w.Item.Lower) && !IsHyphenated(p, w.Index)
            && !(w.Item.Lower == "half" && w.Index + 1 < p.Words.Count && p.Words[w.Index + 1].Lower is "a" or "an")));
    }

    /// <summary>"100 years" for "a century", "60 minutes" for "an hour".</summary>
    private static bool IsSpan(Alignment alignment, Quantity quantity)
    {
        var span = (quantity.Value, QuantityMatch.UnitNoun(alignment.Sentence, quantity)) switch
        {
            (100, "year") => "century",
            (10, "year") => "decade",
            (12, "month") => "year",
            (6, "month") => "half",
            (60, "minute") => "hour",
            (24, "hour") => "day",
            (7, "day") => "week",
            (14, "day") => "fortnight",
            (2, "week") => "fortnight",
            _ => "",
        };
        return span.Length > 0 && alignment.Evidence.Passages.Any(p => p.Words.Index().Any(w => w.Item.Lower == span && w.Index > 0 && (span == "half" || p.Words[w.Index - 1].Lower is "a" or "an" or "one")));
    }

    // "A half-cent tax" is not half of anything.
    private static bool IsHyphenated(TextReading text, int word) =>
        word + 1 < text.Words.Count && text.Of(word, word + 1).AsSpan(text.Words[word].Text.Length).StartsWith("-");

    // "Their 1742 windmill"
    private static bool IsYear(Alignment alignment, Quantity quantity) =>
        quantity.Unit.Length == 0 && alignment.Evidence.Passages.Any(p => p.Dates.Any(d => d.Year == quantity.Value));

    private static bool IsOfAnotherThing(Alignment alignment, Quantity quantity, List<(int Passage, Quantity Quantity)> same, List<(int Passage, Quantity Quantity)> others)
    {
        double Alike((int Passage, Quantity Quantity) e) =>
            alignment.Likeness(quantity.First, quantity.Last, new Place(e.Passage, e.Quantity.First), new Place(e.Passage, e.Quantity.Last));

        // "More than 40,000" for 41,300 and "three days" for 72 hours have their own words.
        if (same.Any(e => e.Quantity.Value != quantity.Value)) return false;
        if (HasOtherNoun(alignment, quantity, same, others) || HasOtherName(alignment, quantity, same, others)) return true;
        // An age between commas keeps no company of its own.
        if (alignment.Words.Count(w => w.Clause == alignment.Words[quantity.First].Clause) == 1 || same.Any(e => SharesName(alignment, quantity, e))
            || IsPaired(alignment, quantity, same)) return false;
        var mine = same.Max(Alike);
        return others.Where(o => o.Quantity.Unit == quantity.Unit
            && o.Quantity.IsOrdinal == quantity.IsOrdinal).Select(Alike).DefaultIfEmpty(0).Max() > mine + CheckingWeights.OtherFigure;
    }

    /// <summary>"3,200 houses" when the passage counts 27 houses and 3,200 people.</summary>
    private static bool HasOtherNoun(Alignment alignment, Quantity quantity, List<(int Passage, Quantity Quantity)> same, List<(int Passage, Quantity Quantity)> others)
    {
        if (Noun(alignment.Sentence, quantity) is not { } noun) return false;
        bool Counts((int Passage, Quantity Quantity) e) => Noun(alignment.Evidence.Passages[e.Passage], e.Quantity) is { } n && IsLike(n, noun);
        return others.Any(Counts) && !same.Any(e => Follows(alignment.Evidence.Passages[e.Passage], e.Quantity, noun))
            && same.All(e => Noun(alignment.Evidence.Passages[e.Passage], e.Quantity) is not null);
    }

    /// <summary>"Latvia reported 4,200" when the passage gives that number for Estonia and another one for Latvia.</summary>
    private static bool HasOtherName(Alignment alignment, Quantity quantity, List<(int Passage, Quantity Quantity)> same, List<(int Passage, Quantity Quantity)> others) =>
        NamesNear(alignment.Sentence, quantity).Count > 0
        && same.All(e => NamesNear(alignment.Evidence.Passages[e.Passage], e.Quantity).Count > 0 && !SharesNearName(alignment, quantity, e))
        && others.Any(e => e.Quantity.Unit == quantity.Unit && !e.Quantity.IsOrdinal && SharesNearName(alignment, quantity, e));

    /// <summary>"Nine votes to four" for "9-4".</summary>
    private static bool IsPaired(Alignment alignment, Quantity quantity, List<(int Passage, Quantity Quantity)> same) =>
        Beside(alignment.Sentence, quantity).Any(mine => same.Any(e => Beside(alignment.Evidence.Passages[e.Passage], e.Quantity).Any(other => other.Value == mine.Value && other.First < e.Quantity.First == mine.First < quantity.First)));

    private static IEnumerable<Quantity> Beside(TextReading text, Quantity quantity) =>
        text.Quantities.Where(q => q != quantity && (q.First > quantity.Last ? q.First - quantity.Last : quantity.First - q.Last) <= 3);

    private static bool SharesName(Alignment alignment, Quantity quantity, (int Passage, Quantity Quantity) e) =>
        NamesAround(alignment.Sentence, quantity).Overlaps(NamesAround(alignment.Evidence.Passages[e.Passage], e.Quantity));

    private static HashSet<string> NamesAround(TextReading text, Quantity quantity) => NamesIn(text, quantity, 0);

    /// <summary>The names of its clause, or of the one before: "at Northfield, absences fell by 18 per cent".</summary>
    private static HashSet<string> NamesNear(TextReading text, Quantity quantity) =>
        NamesIn(text, quantity, 0) is { Count: > 0 } || StatesBefore(text, quantity) ? NamesIn(text, quantity, 0) : NamesIn(text, quantity, 1);

    private static bool StatesBefore(TextReading text, Quantity quantity) => text.Words.Any(w => w.Clause == text.Words[quantity.First].Clause - 1 && w.Sentence == text.Words[quantity.First].Sentence && ClauseReader.IsVerb(w));

    private static HashSet<string> NamesIn(TextReading text, Quantity quantity, int before) =>
        text.Words.Where(w => w.Is(WordKind.Name) && w.Sentence == text.Words[quantity.First].Sentence && text.Words[quantity.First].Clause - w.Clause >= 0 && text.Words[quantity.First].Clause - w.Clause <= before)
            .Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);

    private static bool SharesNearName(Alignment alignment, Quantity quantity, (int Passage, Quantity Quantity) e) =>
        NamesNear(alignment.Sentence, quantity).Overlaps(NamesNear(alignment.Evidence.Passages[e.Passage], e.Quantity));

    private static bool Follows(TextReading text, Quantity quantity, Word noun) =>
        text.Words.Skip(quantity.Last + 1).Take(4).Any(w => w.Clause == text.Words[quantity.Last].Clause && w.Is(WordKind.Content) && IsLike(w, noun));

    private static bool IsLike(Word a, Word b) => a.Means(b) || CoverageCheck.AreOneFamily(a, b);

    private static Word? Noun(TextReading text, Quantity quantity)
    {
        for (var i = quantity.Last + 1; i < Math.Min(text.Words.Count, quantity.Last + 4); i++)
        {
            var word = text.Words[i];
            if (word.Clause != text.Words[quantity.Last].Clause || word.Is(WordKind.Function)) return null;
            if (word.Is(WordKind.Content) && (i + 1 >= text.Words.Count || !text.Words[i + 1].Is(WordKind.Content)
                || text.Words[i + 1].Clause != word.Clause || ClauseReader.IsVerb(text.Words[i + 1]))) return word;
        }

        return null;
    }

    private static string Text(TextReading sentence, Quantity quantity)
    {
        var sign = quantity.First > 0 && sentence.Words[quantity.First - 1].Lower is "$" or "£" or "€" or "¥";
        return sentence.Of(sign ? quantity.First - 1 : quantity.First, quantity.Last);
    }

    private static Objection Refuse(string text, string reason) => new(ObjectionKind.Number, text, reason);
}
