using BriefingBot.Answering.Checking;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Synthesis;

/// <summary>Finds the sentences of the cited passages that bear a written sentence out: few, verbatim, and enough by themselves.</summary>
internal static class BearingOut
{
    /// <summary>Sentences that one written sentence may rest on.</summary>
    private const int Most = 4;

    /// <summary>The evidence, or why the passages do not bear the sentence out.</summary>
    public static (IReadOnlyList<Evidence> Evidence, Refusal? Refusal) Of(string sentence, IReadOnlyList<CitablePassage> cited)
    {
        var verdict = ParaphraseChecker.Judge(sentence, [.. cited.Select(c => Evidence.CitedOf(c.Article.Article, c.Span))]);
        if (!verdict.IsSupported) return ([], Refusal.NotBorneOut(verdict));

        var stems = EnglishTerms.StemsOf(sentence);
        var candidates = cited.SelectMany(Sentences).OrderByDescending(c => c.Stems.Count(stems.Contains)).ToList();
        if (candidates.Find(c => CitationChecker.BearOut(sentence, [c])) is { } alone) return ([alone, .. Corroborating(sentence, candidates, alone)], null);
        var together = Together(sentence, stems, candidates);
        return together is null
            ? ([], new Refusal("scattered", "no few sentences of the passages it cites bear it out; say less in one sentence"))
            : (together, null);
    }

    /// <summary>One place in each other article that was cited as well and bears the sentence out by itself.</summary>
    private static IEnumerable<Evidence> Corroborating(string sentence, List<Evidence> candidates, Evidence first) =>
        candidates.Where(c => c.Article != first.Article).GroupBy(c => c.Article)
            .Select(article => article.FirstOrDefault(c => CitationChecker.BearOut(sentence, [c]))).OfType<Evidence>()
            .Take(AnswerWeights.CitationsPerSentence - 1);

    /// <summary>Adds what brings most that is new, until it is enough.</summary>
    private static List<Evidence>? Together(string sentence, HashSet<string> stems, List<Evidence> candidates)
    {
        var chosen = new List<Evidence>();
        var missing = stems.ToHashSet(StringComparer.Ordinal);
        while (chosen.Count < Most && candidates.Except(chosen).MaxBy(c => c.Stems.Count(missing.Contains)) is { } next)
        {
            chosen.Add(next with { IsPart = true });
            missing.ExceptWith(next.Stems);
            if (chosen.Count > 1 && CitationChecker.BearOut(sentence, chosen)) return [.. chosen.OrderBy(c => c.Article.Stored.Key).ThenBy(c => c.Span.Start)];
        }

        return null;
    }

    private static IEnumerable<Evidence> Sentences(CitablePassage passage)
    {
        var text = passage.Article.Article.Text;
        return SentenceSplitter.Split(text, passage.Span).Where(s => !ModelInstruction.Is(s.Of(text)))
            .Select(s => new Evidence(passage.Article, s, EnglishTerms.StemsOf(text, s)));
    }
}
