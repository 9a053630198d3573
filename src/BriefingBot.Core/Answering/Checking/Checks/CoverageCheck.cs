using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Enough of what a sentence says has to be in the passages, in the whole and in each clause that is long enough to tell.</summary>
internal static class CoverageCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var words = Enumerable.Range(0, alignment.Words.Count).Where(i => alignment.Words[i].IsContent || alignment.Words[i].Is(WordKind.Figure)).ToList();
        if (Share(alignment, words) < CheckingWeights.Coverage)
        {
            yield return Refuse(alignment, words, "too much of the sentence is not in the cited passages");
            yield break;
        }

        var news = words.Where(i => IsNews(alignment, i)).ToList();
        if (news.Count >= CheckingWeights.News || news.GroupBy(i => alignment.Words[i].Clause).Any(g => g.Count() >= CheckingWeights.NewsInClause
            && g.Count() >= CheckingWeights.NewsShare * words.Count(i => alignment.Words[i].Clause == g.Key)) || news.Any(i => IsNewCause(alignment, news, i)))
        {
            yield return Refuse(alignment, news, "the cited passages say nothing of");
            yield break;
        }

        foreach (var clause in words.Where(i => alignment.Words[i].Is(WordKind.Content)).GroupBy(i => alignment.Words[i].Clause).Select(g => g.ToList()).Where(c => c.Count >= CheckingWeights.ClauseWords))
        {
            if (Share(alignment, clause) < CheckingWeights.ClauseCoverage) yield return Refuse(alignment, clause, "a part of the sentence is not in the cited passages");
        }
    }

    private static double Share(Alignment alignment, List<int> words)
    {
        double all = 0, covered = 0;
        foreach (var i in words)
        {
            var weight = !alignment.Words[i].Is(WordKind.Content) ? CheckingWeights.NameOrFigure : GrammarWords.Light.Contains(alignment.Words[i].Lower) ? CheckingWeights.LightWord : 1;
            all += weight;
            if (!alignment.Words[i].Is(WordKind.Content) || IsCovered(alignment, i)) covered += weight;
        }

        return all == 0 ? 1 : covered / all;
    }

    /// <summary>Whether all of what something was done by, with, after or because of is new: "started by campers", "died of pneumonia".</summary>
    private static bool IsNewCause(Alignment alignment, List<int> news, int index)
    {
        var words = alignment.Words;
        if (index + 1 < words.Count && words[index + 1].IsContent && words[index + 1].Clause == words[index].Clause) return false;
        var from = index - 1;
        while (from > 0 && words[from].Clause == words[index].Clause && (GrammarWords.Determiners.Contains(words[from].Lower) || news.Contains(from))) from--;
        if (from < 1) return false;
        return words[from].Lower switch
        {
            "by" or "with" => ClauseReader.IsVerb(words[from - 1]) || (from > 1 && words[from].Lower == "with" && words[from - 1].IsContent),
            "of" => ClauseReader.IsVerb(words[from - 1]) || words[from - 1].Lower is "because",
            "after" or "amid" => words[from].Clause == words[index].Clause && from < index - 1 && GrammarWords.Determiners.Contains(words[from + 1].Lower),
            _ => false,
        };
    }

    /// <summary>Whether the word says something that no word of the passages does.</summary>
    public static bool IsNews(Alignment alignment, int index) =>
        alignment.Words[index] is { Kind: WordKind.Content, InQuotes: false } word && !GrammarWords.Light.Contains(word.Lower)
            && !GrammarWords.Generic.Contains(word.Lower)
        && !SpeechWords.IsRole(word.Lower) && !(word.OpensSentence && alignment.Evidence.Names.Any(n => Demonyms.SamePlace(n, word.Lower)))
        && !(index > 0 && QuantityMatch.IsUnit(word.Lower)) && !IsCovered(alignment, index);

    private static bool IsCovered(Alignment alignment, int index)
    {
        if (alignment.PlacesOf(index).Count > 0) return true;
        return alignment.Evidence.Passages.Any(p => p.Words.Any(w => w.Is(WordKind.Content) && AreOneFamily(w, alignment.Words[index])));
    }

    /// <summary>"Hospital" and "hospitalised", "teaching" and "teachers".</summary>
    public static bool AreOneFamily(Word a, Word b) =>
        IsShortFor(a.Lower, b.Lower) || IsShortFor(b.Lower, a.Lower) || IsDoer(a.Lower, b.Stem) || IsDoer(b.Lower, a.Stem)
            || (a.Stem.Length >= CheckingWeights.FamilyPrefix && b.Stem.Length >= CheckingWeights.FamilyPrefix
        && a.Stem.AsSpan(0, CheckingWeights.FamilyPrefix).SequenceEqual(b.Stem.AsSpan(0, CheckingWeights.FamilyPrefix)));

    // "Maths", "exam", "photo".
    private static bool IsShortFor(string brief, string full) =>
        brief.TrimEnd('s') is { Length: >= CheckingWeights.ShortForm } start && full.Length >= start.Length + 4 && full.StartsWith(start, StringComparison.Ordinal);

    // "Runners" run.
    private static bool IsDoer(string doer, string deed) =>
        deed.Length > 2 && doer.Length > deed.Length && doer.StartsWith(deed, StringComparison.Ordinal)
            && doer.AsSpan(deed.Length).TrimEnd('s') is ['e' or 'o', 'r'] or [_, 'e', 'r'];

    private static Objection Refuse(Alignment alignment, List<int> words, string reason)
    {
        var missing = string.Join(", ", words.Where(i => alignment.Words[i].Is(WordKind.Content) && !IsCovered(alignment, i)).Select(i => alignment.Words[i].Text));
        return new Objection(ObjectionKind.Coverage, missing, $"{reason}: {missing}");
    }
}
