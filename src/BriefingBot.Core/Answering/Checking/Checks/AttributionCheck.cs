using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>A shortened sentence is "according to" whom the passage's sentence is.</summary>
internal static class AttributionCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var i in Enumerable.Range(0, alignment.Words.Count).Where(i => IsAccording(alignment.Words[i])))
        {
            var told = alignment.Nearest(i, -1, alignment.Order.Keeps);
            if (told < 0) told = alignment.Nearest(i, 1, j => alignment.Order.Keeps(j) && alignment.Words[j].Clause != alignment.Words[i].Clause);
            if (told < 0 || alignment.Provenance[told] is not { } place) continue;
            var text = alignment.Evidence.Passages[place.Passage].Words;
            var theirs = Enumerable.Range(0, text.Count).Where(j => text[j].Sentence == text[place.Index].Sentence && IsAccording(text[j])).Select(j => Sources(text, j)).ToList();
            var mine = Sources(alignment.Words, i);
            if (mine.Count == 0 || theirs.Count == 0 || theirs.Exists(t => t.Count == 0 || alignment.Actors.AreSame(mine, [.. t.Select(j => text[j])]))) continue;
            var name = alignment.Sentence.Of(mine[0], mine[^1]);
            yield return new Objection(ObjectionKind.Role, name, $"the cited passages say this according to “{text[theirs[0][^1]].Text}”, not “{name}”");
        }
    }

    private static bool IsAccording(Word word) => word.Lower == "according" && !word.InQuotes;

    private static List<int> Sources(IReadOnlyList<Word> words, int according) =>
        [.. Enumerable.Range(according + 1, words.Count - according - 1).TakeWhile(i => words[i].Clause == words[according].Clause).Where(i => Nouns.IsNominal(words[i]))];
}
