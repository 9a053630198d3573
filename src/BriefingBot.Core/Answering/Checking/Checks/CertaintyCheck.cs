using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What a passage calls possible may not be told as certain, nor what it expects as done.</summary>
internal static class CertaintyCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var word in alignment.Words.Where(w => !w.InQuotes && !w.Is(WordKind.Name) && GrammarWords.Certain.Contains(w.Lower)))
        {
            if (alignment.Evidence.Passages.Any(p => p.Words.Any(w => w.Means(word) && !w.Negated))) continue;
            yield return Refuse(word.Text, $"“{word.Text}” claims more certainty than the cited passages");
        }

        foreach (var clause in alignment.Words.Select((word, index) => (Word: word, Index: index)).GroupBy(x => x.Word.Clause))
        {
            if (Upgrade(alignment, [.. clause.Where(x => x.Word.Is(WordKind.Content) && !x.Word.InQuotes && !GrammarWords.Light.Contains(x.Word.Lower)).Select(x => x.Index)]) is { } upgrade) yield return upgrade;
        }
    }

    private static Objection? Upgrade(Alignment alignment, List<int> indices)
    {
        var matched = indices.Select(i => (Index: i, Place: alignment.Best(i))).Where(m => m.Place is not null).ToList();
        if (matched.Count == 0) return null;
        var possible = matched.Where(m => alignment.Evidence[m.Place!.Value].Hedge == Hedge.Possible && Own(alignment, m.Index) <= Hedge.Will).ToList();
        if (possible.Count >= CheckingWeights.HedgedShare * matched.Count)
        {
            var word = alignment.Words[possible[0].Index].Text;
            return Refuse(word, $"the cited passages say that it is possible or alleged, not that it is so: “{word}”");
        }

        var done = matched.FirstOrDefault(m => IsDone(alignment, m.Index) && IsAhead(alignment.Evidence[m.Place!.Value]));
        if (done.Place is null) return null;
        return Refuse(alignment.Words[done.Index].Text, $"the cited passages say that it is expected or planned, not that it has happened: “{alignment.Words[done.Index].Text}”");
    }

    // A sentence's own hedge may stand in another clause: "…, according to unconfirmed reports".
    private static Hedge Own(Alignment alignment, int index) =>
        alignment.Words.Where(w => w.Sentence == alignment.Words[index].Sentence && Math.Abs(w.Clause - alignment.Words[index].Clause) <= 1)
            .Where(w => GrammarWords.Possible.Contains(w.Lower) || (GrammarWords.Expected.Contains(w.Lower) && w.Lower != "suggests"))
            .Select(_ => Hedge.Expected).Append(alignment.Words[index].Hedge).Max();

    private static bool IsDone(Alignment alignment, int index) =>
        ClauseReader.IsVerb(alignment.Words[index]) && alignment.Words[index].Hedge == Hedge.None && !IsParticiple(alignment.Words, index);

    // "Is planned", "the houses built there": no statement that it has happened.
    private static bool IsParticiple(IReadOnlyList<Word> words, int index) => index > 0 && words[index - 1].Lower is "be" or "being" or "is" or "are" or "to" or "get";

    private static bool IsAhead(Word word) => word.Hedge is Hedge.Will or Hedge.Expected && !ClauseReader.IsVerb(word);

    private static Objection Refuse(string subject, string reason) => new(ObjectionKind.Certainty, subject, reason);
}
