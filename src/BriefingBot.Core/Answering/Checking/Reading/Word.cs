using BriefingBot.Articles;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A word, number or sign of a text that is being checked.</summary>
/// <param name="Lower">Lower-cased, accents folded, without a possessive ending.</param>
/// <param name="Stem">The index's stem, irregular forms traced to their verb; equal to <paramref name="Lower"/> for words the index leaves out.</param>
/// <param name="Span">Offsets into its text.</param>
/// <param name="Sentence">0-based.</param>
/// <param name="Clause">0-based through the whole text; changes at punctuation and at joining words.</param>
internal sealed record Word(string Text, string Lower, string Stem, TextSpan Span, int Sentence, int Clause)
{
    /// <summary>The groups of words of like meaning that it is in.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [];

    public required WordKind Kind { get; init; }

    /// <summary>What it says when a prefix of denial is taken off ("unvaccinated"), as a stem; empty without one.</summary>
    public string DeniedStem { get; init; } = "";

    public bool IsPossessive { get; init; }

    public bool InQuotes { get; init; }

    public bool OpensSentence { get; init; }

    /// <summary>An odd number of denials reach it, of any kind.</summary>
    public bool Negated { get; init; }

    /// <summary>An odd number of plain denials reach it: "not", "refused", but not "halted", which may be told otherwise.</summary>
    public bool PlainlyNegated { get; init; }

    /// <summary>The strongest hedge that reaches it.</summary>
    public Hedge Hedge { get; init; }

    public bool IsContent => Kind is WordKind.Content or WordKind.Name;

    public bool Is(WordKind kind) => Kind == kind;

    /// <summary>Whether both may say the same: one stem, or words of like meaning.</summary>
    public bool Means(Word other)
    {
        if (Stem == other.Stem || Lower == other.Lower) return true;
        if (Groups.Count == 0 || other.Groups.Count == 0) return false;
        foreach (var group in Groups)
        {
            if (other.Groups.Contains(group)) return true;
        }

        return false;
    }
}

internal enum WordKind
{
    /// <summary>Grammar: articles, prepositions, auxiliaries, pronouns.</summary>
    Function,

    Content,

    /// <summary>Part of a proper name.</summary>
    Name,

    /// <summary>Part of a number or a date, or a sign such as "%" and "$".</summary>
    Figure,
}

/// <summary>How sure a statement is, surest first.</summary>
internal enum Hedge
{
    None,

    /// <summary>Told as a fact of the future.</summary>
    Will,

    /// <summary>Expected, planned, likely.</summary>
    Expected,

    /// <summary>May, could, suspected, alleged.</summary>
    Possible,
}
