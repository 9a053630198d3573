using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>What stands in a sentence of a passage between the words that two of a sentence's words were taken from.</summary>
/// <param name="From">The first word of it.</param>
/// <param name="To">The word behind it.</param>
internal sealed record SourceGap(IReadOnlyList<Word> Text, int From, int To)
{
    private static readonly WordSet BeforeVerbs = new("will would could may might must can should did does do");

    public int Length => To - From;

    public IEnumerable<Word> Words => Indices.Select(i => Text[i]);

    /// <summary>Where something is named in it. Without what follows "will" or "she", which is a verb.</summary>
    public IEnumerable<int> Nominals => Indices.Where(i => Nouns.MayStandForAnother(Text[i]) && !IsVerb(i) && !IsMeasure(i) && !IsReference(i));

    private IEnumerable<int> Indices => Enumerable.Range(From, Math.Max(0, Length));

    // "The Belgian" is who was named before, as "he" is.
    private bool IsReference(int at) => at > 0 && Text[at].Is(WordKind.Name) && Text[at - 1].Lower == "the" && Demonyms.MayBePerson(Text[at].Lower) && !(at + 1 < Text.Count && Text[at + 1].IsContent && Text[at + 1].Clause == Text[at].Clause && Nouns.IsNominal(Text[at + 1]));

    // "The 74-page report"
    private bool IsMeasure(int at) => at > 0 && Text[at - 1].Is(WordKind.Figure) && Text[at].Is(WordKind.Content) && !Text[at].Lower.EndsWith('s') && at + 1 < Text.Count && Text[at + 1].Is(WordKind.Content);

    private bool IsVerb(int at) => Text[at].Is(WordKind.Content) && at > 0 && Text[at].Clause == Text[at - 1].Clause && (BeforeVerbs.Contains(Text[at - 1].Lower) || GrammarWords.Pronouns.Contains(Text[at - 1].Lower));

    /// <param name="before">The word before it, or -1: then it begins with the clause.</param>
    /// <param name="after">The word behind it, or -1: then it ends with the clause.</param>
    /// <param name="reach">Words of earlier clauses that a gap without a beginning may take in, up to a verb: "Ann Ode, the mayor, …".</param>
    public static SourceGap Between(TextReading text, int sentence, int before, int after, int reach = 0)
    {
        var words = text.Words;
        var (from, to) = (before >= 0 ? before + 1 : after, after >= 0 ? after : before + 1);
        while (before < 0 && from > 0 && words[from - 1].Sentence == sentence
            && (words[from - 1].Clause == words[to].Clause || (to - from < reach && !ClauseReader.IsVerb(words[from - 1])))) from--;
        while (after < 0 && to < words.Count && words[to].Sentence == sentence && words[to].Clause == words[before].Clause) to++;
        return new SourceGap(words, from, to);
    }
}
