using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Words out of their order that only tell more of a noun, or stand for a pronoun.</summary>
internal static class Additions
{
    private const int Reach = 8;

    private static readonly WordSet Joining = new("of in at for on from about near with the a an its his her their");

    private static readonly WordSet Directed = new("by to from against");

    public static bool Tells(Alignment alignment, List<int> run) =>
        KeepsPreposition(alignment, run[0]) && run.TrueForAll(i => Nouns.IsNominal(alignment.Words[i]) || IsNumbered(alignment.Words, i))
        && (StandsBesideNoun(alignment, run[0], run[^1]) || IsApposition(alignment, run) || StandsForLess(alignment, run) || IsGenitive(alignment, run[^1]));

    // "Halcyon 3"
    private static bool IsNumbered(IReadOnlyList<Word> words, int at) => at > 0 && words[at].Is(WordKind.Figure) && words[at - 1].Is(WordKind.Name);

    // "By the temple" may not become "to the temple".
    private static bool KeepsPreposition(Alignment alignment, int at)
    {
        var place = alignment.Provenance[at]!.Value;
        var (mine, theirs) = (Preposition(alignment.Words, at), Preposition(alignment.Evidence.Passages[place.Passage].Words, place.Index));
        return mine.Length == 0 || mine == theirs || !(Directed.Contains(mine) || Directed.Contains(theirs));
    }

    private static string Preposition(IReadOnlyList<Word> words, int at)
    {
        for (var (i, adjectives) = (at - 1, 0); i >= 0 && words[i].Clause == words[at].Clause; i--)
        {
            if (words[i].Is(WordKind.Function) && !GrammarWords.Determiners.Contains(words[i].Lower)) return words[i].Lower;
            if (words[i].Is(WordKind.Content) && (ClauseReader.IsVerb(words[i]) || adjectives++ > 0)) break;
        }

        return "";
    }

    /// <summary>"The tennis matches", "the crews at Port Osk".</summary>
    private static bool StandsBesideNoun(Alignment alignment, int first, int last)
    {
        var words = alignment.Words;
        // Out of place in the very sentence that is shortened, it may be another's place: "the family receives" for "the library".
        var isExchange = alignment.IsOfMain(first);
        if (last + 1 < words.Count && words[last + 1].Clause == words[last].Clause && Nouns.IsNominal(words[last + 1])) return !isExchange || IsBeside(alignment, last, last + 1);
        var before = first - 1;
        while (before > 0 && words[before].Is(WordKind.Function) && Joining.Contains(words[before].Lower)) before--;
        return before >= 0 && (before < first - 1 || !isExchange) && words[before].Clause == words[first].Clause && (Nouns.IsNominal(words[before]) || alignment.Provenance[before] is null);
    }

    private static bool IsBeside(Alignment alignment, int one, int other) => alignment.Provenance[one] is { } a && alignment.Provenance[other] is { } b && a.Passage == b.Passage
        && !Enumerable.Range(Math.Min(a.Index, b.Index) + 1, Math.Max(0, Math.Abs(a.Index - b.Index) - 1)).Any(i => alignment.Evidence.Passages[a.Passage].Words[i].IsContent);

    /// <summary>"The shares of Grasmaier" for "Grasmaier shares".</summary>
    private static bool IsGenitive(Alignment alignment, int last)
    {
        var words = alignment.Words;
        if (last + 1 >= words.Count || words[last + 1].Lower != "of") return false;
        var owner = last + 2;
        while (owner < words.Count && words[owner].Is(WordKind.Function)) owner++;
        return owner < words.Count && alignment.Provenance[owner] is { } place && alignment.Provenance.SentenceOf(owner) == alignment.Provenance.SentenceOf(last)
            && alignment.Provenance[last]!.Value.Index - place.Index is > 0 and <= Reach;
    }

    /// <summary>"The tug crews" for "they", "83 tennis matches" for "83 matches": nobody else stood there.</summary>
    private static bool StandsForLess(Alignment alignment, List<int> run)
    {
        var (passage, sentence) = alignment.Provenance.SentenceOf(run[0])!.Value;
        bool IsKept(int i) => alignment.Order.Keeps(i) && alignment.Provenance.SentenceOf(i) == (passage, sentence);
        var (before, after) = (alignment.Nearest(run[0], -1, IsKept), alignment.Nearest(run[^1], 1, IsKept));
        if (before < 0 && after < 0) return false;
        var gap = SourceGap.Between(alignment.Evidence.Passages[passage], sentence, alignment.Provenance.IndexOf(before), alignment.Provenance.IndexOf(after));
        return gap.Length <= Reach && !gap.Words.Any(w => Nouns.IsNominal(w) && run.Exists(i => alignment.Words[i].Kind == w.Kind) && !run.Exists(i => alignment.Words[i].Means(w)));
    }

    /// <summary>"Ann Ode, the mayor," where the passages call her so.</summary>
    private static bool IsApposition(Alignment alignment, List<int> run)
    {
        var words = alignment.Words;
        var (first, last) = (words[run[0]].Clause, words[run[^1]].Clause);
        var names = Enumerable.Range(0, words.Count).Where(i => words[i].Is(WordKind.Name) && !run.Contains(i) && words[i].Clause >= first - 1 && words[i].Clause <= last + 1).ToList();
        return run.Exists(i => names.Exists(n => alignment.Actors.IsCalled(words[n], words[i])))
            || (run.TrueForAll(i => words[i].Is(WordKind.Name)) && run.Exists(i => names.Exists(n => alignment.Actors.IsCalled(words[i], words[n]))));
    }
}
