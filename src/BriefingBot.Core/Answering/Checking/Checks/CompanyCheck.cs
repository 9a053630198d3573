using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// What a sentence says of someone must stand where the passages speak of them: it may not be told of one name when
/// the stretch that holds it has other names for its subject.
/// </summary>
internal static class CompanyCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var stretches = new List<Stretch>();
        for (var p = 0; p < alignment.Evidence.Passages.Count; p++) stretches.AddRange(Stretch.Of(alignment.Evidence.Passages[p], p, stretches.LastOrDefault()));
        foreach (var part in Stretch.Of(alignment.Sentence, 0).Select(s => s.Indices.ToList()))
        {
            var content = part.Where(i => Counts(alignment, i)).ToList();
            foreach (var name in Names(alignment.Words, part))
            {
                var own = stretches.Where(s => name.Any(i => s.SpeaksOf(alignment.Words[i]))).ToList();
                // "The Belgian" is someone named otherwise.
                if (!name.Any(i => alignment.PlacesOf(i).Count > 0)) continue;
                if (own.Count == 0) continue;
                var (mine, others) = (Best(alignment, content, own), Best(alignment, content, [.. stretches.Except(own).Where(s => s.IsAboutOthers(alignment, part))]));
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
        alignment.Words[index] is { InQuotes: false } word && (word.Is(WordKind.Figure) || (word.Is(WordKind.Content) && !GrammarWords.Light.Contains(word.Lower)));

    /// <summary>The names that a part speaks of: its first, and whoever is told to have said or done it.</summary>
    private static IEnumerable<List<int>> Names(IReadOnlyList<Word> words, List<int> part)
    {
        var first = true;
        foreach (var i in part.Where(i => words[i].Is(WordKind.Name) && !words[i].InQuotes && (i == part[0] || !words[i - 1].Is(WordKind.Name))))
        {
            var name = part.SkipWhile(j => j < i).TakeWhile(j => words[j].Is(WordKind.Name)).ToList();
            if (first || IsAgent(words, name)) yield return name;
            first = false;
        }
    }

    private static bool IsAgent(IReadOnlyList<Word> words, List<int> name) =>
        (name[0] > 0 && (words[name[0] - 1].Lower is "by" or "to" || SpeechWords.ReportingVerbs.Contains(words[name[0] - 1].Lower)))
        || (name[^1] + 1 < words.Count && SpeechWords.ReportingVerbs.Contains(words[name[^1] + 1].Lower));
}
