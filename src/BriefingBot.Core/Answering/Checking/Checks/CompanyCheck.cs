using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// What a clause says of someone must stand where the passages speak of them: it may not be told of one name when
/// the stretch that holds it speaks of others only.
/// </summary>
internal static class CompanyCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var stretches = alignment.Evidence.Passages.SelectMany((p, i) => Stretch.Of(p, i)).ToList();
        foreach (var clause in SentenceClauses.Of(alignment.Words))
        {
            var content = clause.Where(i => Counts(alignment, i)).ToList();
            foreach (var name in Names(alignment.Words, clause))
            {
                var own = stretches.Where(s => name.Any(i => s.SpeaksOf(alignment.Words[i]))).ToList();
                if (own.Count == 0) continue;
                var (mine, others) = (Best(alignment, content, own), Best(alignment, content, [.. stretches.Except(own).Where(s => s.SpeaksOfOthers(alignment.Words, clause))]));
                if (others < CheckingWeights.Company || others < mine + CheckingWeights.OtherName) continue;
                var text = alignment.Sentence.Of(name[0], name[^1]);
                yield return new Objection(ObjectionKind.Role, text, $"the cited passages say this of someone else than {text}");
            }
        }
    }

    private static double Best(Alignment alignment, List<int> content, List<Stretch> stretches) =>
        stretches.Select(s => content.Sum(i => alignment.PlacesOf(i).Any(s.Holds) ? Weight(alignment, i) : 0)).DefaultIfEmpty(0).Max();

    private static double Weight(Alignment alignment, int index) => ClauseReader.IsVerb(alignment.Words[index]) ? CheckingWeights.Predicate : 1;

    private static bool Counts(Alignment alignment, int index) =>
        alignment.Words[index] is { InQuotes: false } word && (word.Is(WordKind.Figure) || (word.Is(WordKind.Content) && !GrammarWords.Light.Contains(word.Lower) && !Quotes.SpeechWords.IsRole(word.Lower)));

    private static IEnumerable<List<int>> Names(IReadOnlyList<Word> words, List<int> clause)
    {
        var name = new List<int>();
        foreach (var i in clause)
        {
            if (name.Count > 0 && (!words[i].Is(WordKind.Name) || i != name[^1] + 1 || words[name[^1]].IsPossessive))
            {
                yield return name;
                name = [];
            }

            if (words[i].Is(WordKind.Name) && !words[i].InQuotes) name.Add(i);
        }

        if (name.Count > 0) yield return name;
    }
}
