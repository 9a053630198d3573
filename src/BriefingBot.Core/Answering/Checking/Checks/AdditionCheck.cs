using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Nothing that turns what is said may be put in between a passage's words, nor one small word that turns it for another: "by" for "to", "him" for "her".</summary>
internal static class AdditionCheck
{
    private static readonly WordSet Directing = new("against without instead before after until since from to by over under above below for with");

    private static readonly WordSet Hers = new("she her hers herself"), His = new("he him his himself");

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var splice in alignment.Splices)
        {
            var mine = splice.Mine.Select(TurningWords.Form).ToList();
            if (mine.Find(o => (TurningWords.Contains(o) || o == "any") && mine.Count(o.Equals) > splice.Theirs.Words.Count(w => TurningWords.Form(w) == o)) is { } added)
                yield return Refuse(added, $"the cited passages do not say “{added}” {splice.Place}");
            if (splice.IsWhole && Other(splice) is var (word, theirs)) yield return Refuse(word, theirs.Length == 0 ? $"the cited passages do not say “{word}” {splice.Place}" : $"the cited passages say “{theirs}”, not “{word}”, {splice.Place}");
            if ((Pronoun(splice, Hers, His) ?? Pronoun(splice, His, Hers)) is { } pronoun) yield return Refuse(pronoun, $"the cited passages do not say “{pronoun}” {splice.Place}");
        }

        foreach (var word in Enumerable.Range(0, alignment.Words.Count).Where(i => IsAtAnEnd(alignment, i)).Select(i => alignment.Words[i].Text)) yield return Refuse(word, $"the cited passages do not say “{word}” here");
    }

    /// <summary>"Against it" for "for it", "was told by them" for "told them".</summary>
    private static (string Mine, string Theirs)? Other(Splice splice)
    {
        var (mine, theirs) = (Directed(splice.Mine), Directed(splice.Theirs.Words));
        return mine.Length > 0 && mine != theirs && (theirs.Length > 0 || (mine == "by" && splice.Mine.SkipWhile(w => w.Lower != mine).All(w => w.Is(WordKind.Function)))) ? (mine, theirs) : null;
    }

    private static string Directed(IEnumerable<Word> words) => words.FirstOrDefault(w => Directing.Contains(w.Lower))?.Lower ?? "";

    private static string? Pronoun(Splice splice, WordSet mine, WordSet theirs) =>
        !splice.Theirs.Words.Any(w => mine.Contains(w.Lower)) && splice.Theirs.Words.Any(w => theirs.Contains(w.Lower)) ? splice.Mine.FirstOrDefault(w => mine.Contains(w.Lower))?.Text : null;

    // "And would not do it again", with nothing behind it that tells where it is from.
    private static bool IsAtAnEnd(Alignment alignment, int at)
    {
        var word = alignment.Words[at];
        if (word.InQuotes || !GrammarWords.IsNegator(word.Lower)) return false;
        var (before, after) = (alignment.Nearest(at, -1, alignment.Order.Keeps), alignment.Nearest(at, 1, alignment.Order.Keeps));
        if (before >= 0 == after >= 0 || alignment.Provenance[Math.Max(before, after)] is not { } place) return false;
        var text = alignment.Evidence.Passages[place.Passage].Words;
        return !text.Index().Any(w => w.Item.Sentence == text[place.Index].Sentence && (after < 0 ? w.Index > place.Index : w.Index < place.Index) && GrammarWords.IsNegator(w.Item.Lower));
    }

    private static Objection Refuse(string word, string reason) => new(ObjectionKind.Wording, word, reason);
}
