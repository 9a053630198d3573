using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What a passage calls possible may not be told as certain, nor what it expects as done.</summary>
internal static class CertaintyCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var word in alignment.Words.Where(w => !w.InQuotes && !w.Is(WordKind.Name) && w.Hedge < Hedge.Expected && GrammarWords.Certain.Contains(w.Lower)))
        {
            if (alignment.Evidence.Passages.Any(p => p.Words.Any(w => w.Means(word) && !w.Negated))) continue;
            yield return Refuse(word.Text, $"“{word.Text}” claims more certainty than the cited passages");
        }

        foreach (var clause in alignment.Words.Select((word, index) => (Word: word, Index: index)).GroupBy(x => x.Word.Clause))
        {
            if (Upgrade(alignment, [.. clause.Where(x => x.Word.Is(WordKind.Content) && !x.Word.InQuotes
                && !GrammarWords.Light.Contains(x.Word.Lower)).Select(x => x.Index)]) is { } upgrade) yield return upgrade;
        }
    }

    private static Objection? Upgrade(Alignment alignment, List<int> indices)
    {
        var matched = indices.Select(i => (Index: i, Place: alignment.Sure(i))).Where(m => m.Place is not null).Select(m => (m.Index, Word: alignment.Evidence[m.Place!.Value])).ToList();
        var possible = matched.Where(m => m.Word.Hedge == Hedge.Possible && Own(alignment, m.Index) <= Hedge.Will).ToList();
        if (possible.Count > 0 && (possible.Any(m => alignment.IsPredicate(m.Index) || FollowsModal(alignment, m.Index))
            || possible.Count >= CheckingWeights.HedgedShare * matched.Count || IsSubject(indices, possible)))
        {
            var word = alignment.Words[possible[0].Index].Text;
            return Refuse(word, $"the cited passages say “{word}” only of what is possible, suspected or alleged");
        }

        var done = indices.Where(i => IsDone(alignment, i)).ToList();
        if (done.Count == 0) return null;
        // "The proposal was rejected"
        if (matched.Any(m => done.Contains(m.Index) && m.Word.Hedge == Hedge.None && !GrammarWords.Generic.Contains(m.Word.Lower) && !GrammarWords.Light.Contains(m.Word.Lower))) return null;
        var ahead = matched.Where(m => IsAhead(m.Word) || FollowsBe(alignment, m.Index)).ToList();
        if (!ahead.Any(m => done.Contains(m.Index)) && (ahead.Count == 0 || ahead.Count < CheckingWeights.HedgedShare * matched.Count)) return null;
        return Refuse(alignment.Words[done[0]].Text, $"the cited passages say that it is expected or planned, not that it has happened: “{alignment.Words[done[0]].Text}”");
    }

    // "An electrical fault caused …" where one is suspected.
    private static bool IsSubject(List<int> indices, List<(int Index, Word Word)> possible) =>
        indices.Count > 2 && indices.Take(2).All(i => possible.Any(p => p.Index == i));

    // "Fades" where the passage has "could fade".
    private static bool FollowsModal(Alignment alignment, int index)
    {
        var place = alignment.Best(index)!.Value;
        return place.Index > 0 && alignment.Evidence.Passages[place.Passage].Words[place.Index - 1].Lower is "may" or "might" or "could" or "to";
    }

    // A sentence's own hedge may stand in another clause: "…, according to unconfirmed reports".
    private static Hedge Own(Alignment alignment, int index) =>
        alignment.Words.Where(w => w.Sentence == alignment.Words[index].Sentence && alignment.Words[index].Clause - w.Clause is >= -1 and <= 2)
            .Where(w => !IsThing(alignment.Words, w) && (GrammarWords.Possible.Contains(w.Lower) || (w.Stem == "rule_out" && w.PlainlyNegated)
                || (GrammarWords.Expected.Contains(w.Lower) && w.Lower is not ("suggests" or "must" or "needs"))))
            .Select(_ => Hedge.Expected).Append(IsDuty(alignment, index) ? Hedge.None : alignment.Words[index].Hedge).Max();

    // "Must pay" is no doubt about it.
    private static bool IsDuty(Alignment alignment, int index) =>
        alignment.Words[index].Hedge == Hedge.Expected && alignment.Words.Any(w => w.Clause == alignment.Words[index].Clause && w.Lower == "must");

    // "The proposal" hedges nothing of what is said of it.
    private static bool IsThing(IReadOnlyList<Word> words, Word word) => word.Lower is "planning" or "proposal" or "proposals" or "plan" or "plans"
        && words.SkipWhile(w => w != word).Skip(1).FirstOrDefault()?.Lower is not "to";

    private static bool IsDone(Alignment alignment, int index) =>
        alignment.Words[index].Lower != "compared" && !SpeechWords.ReportingVerbs.Contains(alignment.Words[index].Lower) && !GrammarWords.PresentForms.Contains(alignment.Words[index].Lower)
            && !GrammarWords.Commitments.Contains(alignment.Words[index].Stem) && ((ClauseReader.IsVerb(alignment.Words[index]) && !(index > 0 && GrammarWords.Determiners.Contains(alignment.Words[index - 1].Lower))) || (index > 0
            && alignment.Words[index - 1].Lower is "has" or "have" or "had")) && Own(alignment, index) == Hedge.None && !IsParticiple(alignment.Words, index);

    // "Is planned", "the houses built there": no statement that it has happened.
    private static bool IsParticiple(IReadOnlyList<Word> words, int index) => index > 0 && words[index - 1].Lower is "be" or "being" or "is" or "are" or "to" or "get";

    private static bool IsAhead(Word word) => word.Hedge is Hedge.Will or Hedge.Expected && !ClauseReader.IsVerb(word);

    // "Is expected to be approved"
    private static bool FollowsBe(Alignment alignment, int index)
    {
        var place = alignment.Best(index)!.Value;
        return alignment.Evidence[place].Hedge is Hedge.Will or Hedge.Expected && place.Index > 0
            && alignment.Evidence.Passages[place.Passage].Words[place.Index - 1].Lower is "be";
    }

    private static Objection Refuse(string subject, string reason) => new(ObjectionKind.Certainty, subject, reason);
}
