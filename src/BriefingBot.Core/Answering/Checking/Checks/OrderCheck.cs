using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// The words of a shortened sentence stand in the passage's order, but for dates, for who is told to have said it, and
/// for what tells more of a noun: "the crews at Port Osk" for "the crews".
/// </summary>
internal static class OrderCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var words = alignment.Words;
        for (var first = 0; first < words.Count; first++)
        {
            if (!IsMoved(alignment, first)) continue;
            var last = first;
            while (Continues(alignment, first, last)) last++;
            if (!Attributions.Holds(words, first) && !Additions.Tells(alignment, [.. Enumerable.Range(first, last - first + 1).Where(i => IsMoved(alignment, i))]))
            {
                var text = alignment.Sentence.Of(first, last);
                yield return new Objection(ObjectionKind.Wording, text, $"the cited passages have “{text}” in another order");
            }

            first = last;
        }
    }

    private static bool Continues(Alignment alignment, int first, int last) =>
        last + 1 < alignment.Words.Count && alignment.Words[last + 1].Clause == alignment.Words[first].Clause
        && (IsMoved(alignment, last + 1) || (alignment.Words[last + 1].Is(WordKind.Function) && last + 2 < alignment.Words.Count && IsMoved(alignment, last + 2)));

    private static bool IsMoved(Alignment alignment, int at) =>
        alignment.Provenance[at] is not null && !alignment.Order.Keeps(at) && !alignment.Words[at].InQuotes
        && !alignment.Sentence.Dates.Any(d => d.First <= at && at <= d.Last) && !GrammarWords.Light.Contains(alignment.Words[at].Lower);
}
