using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Conflicts;

/// <summary>Two statements side by side, and whether what stands at two places in them is one thing.</summary>
internal sealed class StatementPair
{
    /// <summary>Share of the words around two values that has to be the same.</summary>
    private const double SameThing = 0.5;

    /// <summary>Words that both have to have, a name among them.</summary>
    private const int SharedWords = 3;

    private readonly Alignment _alignment;

    public StatementPair(TextReading first, CitedText second)
    {
        _alignment = new Alignment(first, new CitedReading([second]));
        (First, Second) = (new Statement(first), new Statement(_alignment.Evidence.Passages[0]));
    }

    public Statement First { get; }

    public Statement Second { get; }

    /// <summary>Whether the second one has a word that may stand for the first one's.</summary>
    public bool IsShared(int first) => _alignment.PlacesOf(first).Count > 0;

    /// <summary>The disagreement, if the words around the values tell of one thing in one place and at one time.</summary>
    public Conflict? Conflict(ConflictKind kind, (int First, int Last) mine, (int First, int Last) theirs) =>
        Around(mine, theirs) is { } what && First.IsGuess(mine.First) == Second.IsGuess(theirs.First) && SamePlace(mine.First, theirs.First) && (kind == ConflictKind.Date || SameTime(mine.First, theirs.First))
            ? new Conflict(kind, what, 0, First.Text.Of(mine.First, mine.Last), 0, Second.Text.Of(theirs.First, theirs.Last))
            : null;

    /// <summary>The words that both have around their values; null unless they share a name and tell of the same thing.</summary>
    private string? Around((int First, int Last) mine, (int First, int Last) theirs)
    {
        if (_alignment.Likeness(mine.First, mine.Last, new Place(0, theirs.First), new Place(0, theirs.Last)) < SameThing) return null;
        var (words, sentence) = (First.Words, Second.Words[theirs.First].Sentence);
        var shared = Enumerable.Range(0, words.Count)
            .Where(i => words[i].IsContent && words[i].Sentence == words[mine.First].Sentence && _alignment.PlacesOf(i).Any(p => _alignment.Evidence[p].Sentence == sentence)).ToList();
        return shared.Count >= SharedWords && shared.Any(i => words[i].Is(WordKind.Name)) ? string.Join(' ', shared.Select(i => words[i].Text).Distinct()) : null;
    }

    /// <summary>When each names somewhere or someone that the other does not, they tell of two: ten in Norland, five in Kestria.</summary>
    private bool SamePlace(int mine, int theirs)
    {
        var (first, second) = (First.NamesAt(mine), Second.NamesAt(theirs));
        return Unknown(first, second) == 0 || Unknown(second, first) == 0;
    }

    private static int Unknown(IReadOnlyList<Word[]> names, IReadOnlyList<Word[]> known) =>
        names.Count(name => !known.Any(other => IsPart(name, other) || IsPart(other, name)));

    // "Powell" of "Jerome Powell", but not "Arizona Capitol" of "US Capitol Police".
    private static bool IsPart(Word[] name, Word[] whole) => name.All(word => whole.Any(word.Means));

    private bool SameTime(int mine, int theirs)
    {
        var (first, second) = (First.DatesAt(mine), Second.DatesAt(theirs));
        return first.Count == 0 || second.Count == 0 || first.Any(d => second.Any(d.MayBe));
    }
}
