using BriefingBot.Answering.Checking.Checks;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Whether words of a sentence and of a passage speak of the same ones.</summary>
internal sealed class Actors(Alignment alignment)
{
    /// <summary>Letters between a name and the noun that it tells more of: "Rotterdam-based company".</summary>
    private const int LongestModifier = 12;

    private readonly Aliases _aliases = new(alignment.Evidence.Passages);

    public bool AreSame(IReadOnlyList<int> mine, IReadOnlyList<Word> theirs)
    {
        var (words, names) = (alignment.Words, mine.Where(i => alignment.Words[i].Is(WordKind.Name) && !mine.Any(j => IsHeadOf(alignment.Words, j, i))).ToList());
        // "Arvenia's minister Jonas Reuter" is not Arvenia.
        if (names.Any(i => !IsAddition(i))) names.RemoveAll(IsAddition);
        // "Cllr Strang" and "Cllr Beresford" share no name.
        if (names.Any(i => !IsTitle(words[i]))) names.RemoveAll(i => IsTitle(words[i]));
        // Of two with names, what stands around the names proves nothing.
        if (names.Count > 0 && theirs.Where((w, at) => w.Is(WordKind.Name) && !Enumerable.Range(at + 1, theirs.Count - at - 1).Any(j => IsHead(w, theirs[j]))).Any())
        {
            return names.Any(i => theirs.Any(w => IsName(words[i], w) && !HasOtherGivenName(mine, i, theirs, w)));
        }

        return mine.Any(i => theirs.Any(w => IsOne(words[i], w)));
    }

    /// <summary>Whether a common noun belongs to someone of another name than those.</summary>
    public bool IsOfAnother(Word noun, IReadOnlyList<Word> names) => _aliases.IsOfName(noun) && !names.Any(n => n.Is(WordKind.Name) && _aliases.IsCalled(n, noun));

    /// <summary>"Lucia Montez" and "Clara Montez" are two.</summary>
    private bool HasOtherGivenName(IReadOnlyList<int> mine, int at, IReadOnlyList<Word> theirs, Word name)
    {
        if (at == 0 || !mine.Contains(at - 1) || !alignment.Words[at - 1].Is(WordKind.Name)) return false;
        var before = theirs.TakeWhile(w => w != name).LastOrDefault();
        return before is not null && before.Is(WordKind.Name) && before.Span.End + 1 == name.Span.Start && before.Clause == name.Clause
            && !theirs.Any(w => w.Lower == alignment.Words[at - 1].Lower) && !IsName(alignment.Words[at - 1], before);
    }

    private static bool IsTitle(Word name) => LikeWords.GroupsOf(name.Stem).Count > 0 || LikeWords.GroupsOf(name.Lower).Count > 0;

    private bool IsAddition(int at) => alignment.Words[at].IsPossessive || (at > 0 && alignment.Words[at - 1].Lower is "of" or "from" or "in");

    // "Swedish company", "Rotterdam-based company": the name tells of which kind.
    private static bool IsHeadOf(IReadOnlyList<Word> words, int noun, int name) => noun > name && noun - name <= 2 && IsHead(words[name], words[noun]);

    private static bool IsHead(Word name, Word noun) => noun.Is(WordKind.Content) && noun.Clause == name.Clause && (noun.Lower == "based" || IsOrigin(name.Lower)) && noun.Span.Start > name.Span.End && noun.Span.Start - name.Span.End <= LongestModifier;

    private static bool IsOrigin(string lower) => lower.EndsWith("ish", StringComparison.Ordinal) || lower.EndsWith("an", StringComparison.Ordinal) || lower.EndsWith("ese", StringComparison.Ordinal);

    public bool IsCalled(Word name, Word noun) => noun.Is(WordKind.Content) && _aliases.IsCalled(name, noun);

    public bool IsOne(Word mine, Word theirs) =>
        mine.Means(theirs) || IsName(mine, theirs) || (mine.Is(WordKind.Content) && theirs.Is(WordKind.Content) && CoverageCheck.AreOneFamily(mine, theirs))
        || (theirs.Is(WordKind.Name) && _aliases.IsCalled(theirs, mine)) || (mine.Is(WordKind.Name) && _aliases.IsCalled(mine, theirs));

    private static bool IsName(Word mine, Word theirs) =>
        mine.Lower == theirs.Lower || Demonyms.SamePlace(mine.Lower, theirs.Lower) || (theirs.Is(WordKind.Name) && Transliteration.Same(mine.Lower, theirs.Lower));
}
