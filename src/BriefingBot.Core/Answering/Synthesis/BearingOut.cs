using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Synthesis;

/// <summary>Finds the part of the cited passages that bears a written sentence out: verbatim, short, and enough by itself.</summary>
internal static class BearingOut
{
    /// <summary>Sentences in a row that one written sentence may rest on, and places when it puts several together.</summary>
    private const int Most = 4;

    /// <summary>The evidence, or why the passages do not bear the sentence out.</summary>
    public static (IReadOnlyList<Evidence> Evidence, Refusal? Refusal) Of(string sentence, IReadOnlyList<CitablePassage> cited)
    {
        List<CitedText> given = [.. cited.Select(c => Evidence.CitedOf(c.Article.Article, c.Span) with { Passage = c.Text })];
        var verdict = ShorteningChecker.Judge(sentence, given);
        if (!verdict.IsSupported) return ([], Refusal.NotBorneOut(verdict));
        if (Novelty.IsTooMuch(sentence, given)) return ([], Refusal.Novel);
        if (Urging.In(sentence, cited) is { } word) return ([], Refusal.Urging(word));

        var stems = EnglishTerms.StemsOf(sentence);
        var places = cited.SelectMany(passage => Places(passage, stems)).ToList();
        var evidence = Least(sentence, stems, places, withHeadlines: false) ?? Least(sentence, stems, places.FindAll(p => TellsMost(p, stems)), withHeadlines: true);
        return evidence is null ? ([], Refusal.Scattered) : (evidence, null);
    }

    /// <summary>The shortest place that is enough, with those that confirm it, or else places that are enough together.</summary>
    private static List<Evidence>? Least(string sentence, HashSet<string> stems, List<Evidence> places, bool withHeadlines) =>
        places.Find(place => CitationChecker.BearOut(sentence, [place], withHeadlines)) is { } alone
            ? [alone, .. Corroborating(sentence, places, alone)] : Together(sentence, stems, places, withHeadlines);

    // The headline tells who is meant, but is no evidence.
    private static bool TellsMost(Evidence place, HashSet<string> stems) => 2 * place.Stems.Count(stems.Contains) >= stems.Count;

    /// <summary>Sentences and runs of sentences of a passage that have something of the written one, the shortest and most alike first.</summary>
    private static IEnumerable<Evidence> Places(CitablePassage passage, HashSet<string> stems)
    {
        var text = passage.Article.Article.Text;
        var sentences = SentenceSplitter.Split(text, passage.Span).ToList();
        for (var length = 1; length <= Math.Min(Most, sentences.Count); length++)
        {
            var runs = Enumerable.Range(0, sentences.Count - length + 1)
                .Where(first => !sentences.GetRange(first, length).Exists(s => ModelInstruction.Is(s.Of(text))))
                .Select(first => new TextSpan(sentences[first].Start, sentences[first + length - 1].End))
                .Select(span => new Evidence(passage.Article, span, EnglishTerms.StemsOf(text, span)));
            foreach (var run in runs.OrderByDescending(r => r.Stems.Count(stems.Contains)).Where(r => r.Stems.Overlaps(stems))) yield return run;
        }
    }

    /// <summary>One place in each other article that was cited as well and bears the sentence out by itself.</summary>
    private static IEnumerable<Evidence> Corroborating(string sentence, List<Evidence> places, Evidence first) =>
        places.Where(c => c.Article != first.Article).GroupBy(c => c.Article)
            .Select(article => article.FirstOrDefault(c => CitationChecker.BearOut(sentence, [c], withHeadlines: false))).OfType<Evidence>()
            .Take(AnswerWeights.CitationsPerSentence - 1);

    /// <summary>The best place of each passage, added one by one until they are enough.</summary>
    private static List<Evidence>? Together(string sentence, HashSet<string> stems, List<Evidence> places, bool withHeadlines)
    {
        var chosen = new List<Evidence>();
        var missing = stems.ToHashSet(StringComparer.Ordinal);
        while (chosen.Count < Most && places.Where(p => !chosen.Exists(c => c.Article == p.Article && c.Span.Overlaps(p.Span))).MaxBy(c => c.Stems.Count(missing.Contains)) is { } next)
        {
            chosen.Add(next with { IsPart = true });
            missing.ExceptWith(next.Stems);
            if (chosen.Count > 1 && CitationChecker.BearOut(sentence, chosen, withHeadlines)) return [.. chosen.OrderBy(c => c.Article.Stored.Key).ThenBy(c => c.Span.Start)];
        }

        return null;
    }
}
