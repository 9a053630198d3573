using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>"Settled in Gdynia" where the passages say "settled in Malmö".</summary>
internal static class PlaceCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var theirs = alignment.Evidence.Passages.SelectMany(p => Places(p.Words)).ToList();
        foreach (var (head, place) in Places(alignment.Words))
        {
            var others = theirs.Where(t => t.Head.Stem == head.Stem).Select(t => t.Place).ToList();
            if (others.Count == 0 || others.Any(o => IsSame(o, place)) || !alignment.Evidence.Names.Contains(place[0].Lower)) continue;
            var text = string.Join(' ', place.Select(w => w.Text));
            yield return new Objection(ObjectionKind.Name, text, $"the cited passages say “{head.Text}” of {string.Join(' ', others[0].Select(w => w.Text))}, not {text}");
        }
    }

    private static bool IsSame(IReadOnlyList<Word> theirs, IReadOnlyList<Word> mine) =>
        theirs.Any(t => mine.Any(m => t.Lower == m.Lower || Demonyms.SamePlace(t.Lower, m.Lower) || Transliteration.Same(t.Lower, m.Lower)));

    private static IEnumerable<(Word Head, IReadOnlyList<Word> Place)> Places(IReadOnlyList<Word> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i].Lower is not ("in" or "at" or "near" or "from" or "of" or "to" or "off") || !words[i - 1].Is(WordKind.Content)
                || words[i - 1].InQuotes || GrammarWords.Light.Contains(words[i - 1].Lower)) continue;
            var first = i + 1;
            while (first < words.Count - 1 && first <= i + 2 && words[first].Clause == words[i].Clause
                && (GrammarWords.Determiners.Contains(words[first].Lower) || (words[first].Is(WordKind.Content) && words[first + 1].Is(WordKind.Name)))) first++;
            var place = words.Skip(first).TakeWhile(w => w.Is(WordKind.Name) && w.Clause == words[i].Clause).ToList();
            // "Coins from the Roman era" name a time, not a place.
            var next = first + place.Count;
            var describes = next < words.Count && words[next].Is(WordKind.Content) && words[next].Clause == words[i].Clause && !ClauseReader.IsVerb(words[next]);
            if (place.Count > 0 && !describes) yield return (words[i - 1], place);
        }
    }
}
