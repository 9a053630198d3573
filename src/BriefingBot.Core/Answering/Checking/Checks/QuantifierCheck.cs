using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>How many a noun is said of may not change: "all cities" for "some cities", "adults" for "nearly all adults".</summary>
internal static class QuantifierCheck
{
    /// <summary>Characters within which a passage's quantifier may belong to the noun all the same.</summary>
    private const int Near = 60;

    private static readonly WordSet Quantifiers = new("all every only some most few several many nearly almost half both no neither more less fewer other another any");

    /// <summary>Of these, the ones that may be left out.</summary>
    private static readonly WordSet Loose = new("other another any both");

    private static readonly WordSet Ends = new("and in at to for from by that than");

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        for (var i = 0; i < alignment.Words.Count; i++)
        {
            if (alignment.Provenance[i] is not { } place || alignment.Words[i].InQuotes || alignment.Words[i].Is(WordKind.Name) || !alignment.Order.Keeps(i)) continue;
            var text = alignment.Evidence.Passages[place.Passage].Words;
            var (word, other, mine, theirs) = (alignment.Words[i].Text, text[place.Index], Before(alignment.Words, i), Before(text, place.Index));
            if (mine.Find(q => !theirs.Contains(q) && !IsNear(text, other, q)) is { } added) yield return Refuse(added, $"the cited passages do not say “{added} {word}”");
            else if (alignment.IsOfMain(i) && theirs.Find(q => !mine.Contains(q) && !Loose.Contains(q)) is { } lost && !alignment.Words.Any(w => w.Lower == lost)) yield return Refuse(lost, $"the cited passages say “{lost} {other.Text}”");
        }
    }

    private static bool IsNear(IReadOnlyList<Word> text, Word noun, string quantifier) =>
        text.Any(w => w.Lower == quantifier && w.Sentence == noun.Sentence && Math.Abs(w.Span.Start - noun.Span.Start) < Near);

    private static List<string> Before(IReadOnlyList<Word> words, int at) =>
        [.. Enumerable.Range(1, at).Select(back => words[at - back]).TakeWhile(w => w.Clause == words[at].Clause && (w.Is(WordKind.Figure) || (w.Is(WordKind.Function) && !Ends.Contains(w.Lower))))
            .Select(w => w.Lower).Where(w => Quantifiers.Contains(w))];

    private static Objection Refuse(string word, string reason) => new(ObjectionKind.Wording, word, reason);
}
