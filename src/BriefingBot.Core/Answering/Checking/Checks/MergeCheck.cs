using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Names and numbers of one clause must come from one passage, or from passages that share a name with it.</summary>
internal static class MergeCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        if (alignment.Evidence.Passages.Count < 2) yield break;
        foreach (var clause in SentenceClauses.Of(alignment.Words))
        {
            var anchors = Anchors(alignment, clause).Where(a => a.Passages.Count > 0).ToList();
            if (anchors.Count < 2 || anchors.Skip(1).Aggregate(anchors[0].Passages, (all, a) => [.. all.Intersect(a.Passages)]).Count > 0) continue;
            if (SharesName(alignment) || anchors.Any(a => a.Passages.All(p => RefersBack(alignment.Evidence.Passages[p])))) continue;
            var (first, second) = (anchors[0], anchors.First(a => !a.Passages.Overlaps(anchors[0].Passages) || a == anchors[^1]));
            yield return new Objection(ObjectionKind.Merge, $"{first.Text}, {second.Text}", $"“{first.Text}” and “{second.Text}” do not belong together in any cited passage");
        }
    }

    private static IEnumerable<(string Text, HashSet<int> Passages)> Anchors(Alignment alignment, List<int> clause)
    {
        // "House of Lords" is one name.
        foreach (var i in clause.Where(i => alignment.Words[i].Is(WordKind.Name) && !alignment.Words[i].InQuotes && !(i > 1 && alignment.Words[i - 1].Lower == "of" && alignment.Words[i - 2].Is(WordKind.Name))))
        {
            yield return (alignment.Words[i].Text, [.. alignment.PlacesOf(i).Select(p => p.Passage)]);
        }

        foreach (var quantity in alignment.Sentence.Quantities.Where(q => clause.Contains(q.First)))
        {
            var passages = alignment.Evidence.Passages.Select((p, i) => (p, i)).Where(x => x.p.Quantities.Any(q => q.Equals(quantity.Value, quantity.Unit))).Select(x => x.i);
            yield return (alignment.Sentence.Of(quantity.First, quantity.Last), [.. passages]);
        }
    }

    // "She" may be anyone of the passage before.
    private static bool RefersBack(TextReading passage) =>
        passage.Words.TakeWhile(w => w.Sentence == 0).Any(w => w.Lower is "him" or "her" or "them") || passage.Words.TakeWhile(w => w.Sentence == 0 && !w.Is(WordKind.Name)).Any(w => w.Lower is "he" or "she" or "him" or "her" or "his" or "it" or "its" or "they" or "their");

    /// <summary>Whether a name of the sentence stands in every passage that it takes something from.</summary>
    private static bool SharesName(Alignment alignment) =>
        Enumerable.Range(0, alignment.Words.Count).Any(i => alignment.Words[i].Is(WordKind.Name)
            && alignment.PlacesOf(i).Where(p => alignment.Evidence[p].Is(WordKind.Name)).Select(p => p.Passage).Distinct().Count() == alignment.Evidence.Passages.Count);
}
