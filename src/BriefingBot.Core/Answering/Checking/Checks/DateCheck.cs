using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Every date must be one that a passage states, in whatever notation, or its day of publication.</summary>
internal static class DateCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var passages = alignment.Evidence.Passages;
        foreach (var date in alignment.Sentence.Dates)
        {
            var text = alignment.Sentence.Of(date.First, date.Last);
            var all = passages.SelectMany((p, i) => p.Dates.Select(d => (Passage: i, Date: d))).ToList();
            var same = all.Where(e => Reckoned(alignment.Sentence, date, passages[e.Passage].Published).IsBorneOutBy(e.Date)).ToList();
            if (same.Count == 0)
            {
                if ((!IsPublicationDay(date, passages) || StandsForAnother(alignment, date, all)) && !IsWordOf(date, passages, alignment)) yield return Refuse(text, $"the date “{text}” is not in the cited passages");
            }
            else if (!alignment.IsInPlace(date.First, date.Last) && HasOtherCompany(alignment, date, same, all))
            {
                yield return Refuse(text, $"the cited passages give another date than “{text}” for this");
            }
        }
    }

    private static StatedDate Reckoned(TextReading sentence, StatedDate date, DateOnly? published) =>
        published == sentence.Published ? date : new StatedDateReader(sentence.Words, published).Read().FirstOrDefault(d => d.First == date.First) ?? date;

    private static bool IsPublicationDay(StatedDate date, IReadOnlyList<TextReading> passages) =>
        date.Ranges.Count == 0 && date.Literal.Length == 0 && passages.Any(p => p.Published is { } day && date.Covers(day) && date.Day is not null);

    // "May" the name, a number read as a year.
    private static bool IsWordOf(StatedDate date, IReadOnlyList<TextReading> passages, Alignment alignment) =>
        date is { Month: null, Day: null, Weekday: null, Year: not null } && passages.Any(p => p.Words.Any(w => w.Lower == alignment.Words[date.First].Lower));

    private static bool StandsForAnother(Alignment alignment, StatedDate date, List<(int Passage, StatedDate Date)> all) => all.Any(e =>
        alignment.Likeness(date.First, date.Last, new Place(e.Passage, e.Date.First), new Place(e.Passage, e.Date.Last)) >= CheckingWeights.SamePlace);

    private static bool HasOtherCompany(Alignment alignment, StatedDate date, List<(int Passage, StatedDate Date)> same, List<(int Passage, StatedDate Date)> all)
    {
        double Alike((int Passage, StatedDate Date) e) =>
            alignment.Likeness(date.First, date.Last, new Place(e.Passage, e.Date.First), new Place(e.Passage, e.Date.Last));

        return all.Except(same).Select(Alike).DefaultIfEmpty(0).Max() > same.Max(Alike) + CheckingWeights.OtherDate;
    }

    private static Objection Refuse(string text, string reason) => new(ObjectionKind.Date, text, reason);
}
