using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Nothing that turns what is said may be left out between a passage's words, nor put in: "not", "could", "only".</summary>
internal static class OmissionCheck
{
    /// <summary>How near to the words that were kept it has to stand.</summary>
    private const int Reach = 4;

    private static readonly WordSet Turning = new("""
        will if unless only nearly almost some all every most few several many whether partly half about least more less fewer than provided according except both neither other another
        """);

    private static readonly WordSet Directing = new("against without instead before after until since from to by over under above below for with");

    /// <summary>Words of denial that mostly mean something else.</summary>
    private static readonly WordSet Doubtful = new("ruled yet off free short");

    public static IEnumerable<Objection> Find(Alignment alignment) => alignment.Order.Neighbours().SelectMany(pair => Find(alignment, pair.First, pair.Second));

    private static IEnumerable<Objection> Find(Alignment alignment, int first, int last)
    {
        var (from, to) = (alignment.Provenance[first]!.Value, alignment.Provenance[last]!.Value);
        var text = alignment.Evidence.Passages[from.Passage].Words;
        var gap = Enumerable.Range(from.Index + 1, to.Index - from.Index - 1).ToList();
        var isWhole = !gap.Exists(i => text[i].IsContent || text[i].Is(WordKind.Figure));
        var between = $"between “{alignment.Words[first].Text}” and “{alignment.Words[last].Text}”";
        var near = gap.FindAll(i => isWhole || ((text[i].Clause == text[to.Index].Clause || text[from.Index].Clause == text[to.Index].Clause)
            && (i - from.Index <= Reach || to.Index - i <= Reach)));

        if (isWhole && Directed(alignment.Words, first, last) is { } mine && Directed(text, from.Index, to.Index) is { } theirs && mine != theirs)
            yield return Refuse(mine, $"the cited passages say “{theirs}”, not “{mine}”, {between}");
        var own = Enumerable.Range(first + 1, last - first - 1).Select(i => Present(alignment.Words[i])).Where(Turns).ToList();
        if (near.Select(i => Present(text[i])).Where(Turns).FirstOrDefault(t => !own.Contains(t) && (isWhole || !alignment.Words.Any(w => Present(w) == t))) is { } lost)
            yield return Refuse(lost, $"the cited passages say “{lost}” {between}");
        if (own.Find(o => !gap.Exists(i => Present(text[i]) == o)) is { } added)
            yield return Refuse(added, $"the cited passages do not say “{added}” {between}");
    }

    private static string? Directed(IReadOnlyList<Word> words, int first, int last) =>
        Enumerable.Range(first + 1, last - first - 1).Select(i => words[i].Lower).FirstOrDefault(w => Directing.Contains(w));

    // "She said she would" for "I will".
    private static string Present(Word word) => word.Lower == "would" ? "will" : word.Lower;

    private static bool Turns(string lower) =>
        Turning.Contains(lower) || GrammarWords.IsNegator(lower) || GrammarWords.Possible.Contains(lower) || GrammarWords.Expected.Contains(lower)
        || (GrammarWords.DenyingVerbs.Contains(lower) && !GrammarWords.MildDenials.Contains(lower) && !Doubtful.Contains(lower));

    private static Objection Refuse(string word, string reason) => new(ObjectionKind.Wording, word, reason);
}
