using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Nothing that turns what is said may be left out between a passage's words: "not", "could", "only", "she claims".</summary>
internal static class OmissionCheck
{
    /// <summary>How near to the words that were kept it has to stand.</summary>
    private const int Reach = 4;

    private const int LongestAside = 5;

    private static readonly WordSet Claiming = new("say says claim claims claimed allege alleges alleged argue argues insist insists");

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var splice in alignment.Splices)
        {
            if (Turn(alignment, splice) is { } turn) yield return Refuse(turn, $"the cited passages say “{turn}” {splice.Place}");
            if (Claim(alignment, splice) is { } claim) yield return Refuse(claim, $"the cited passages have someone say this: “{claim}”");
        }
    }

    private static string? Turn(Alignment alignment, Splice splice)
    {
        if (StandsForPronoun(alignment, splice)) return null;
        var gap = splice.Theirs;
        return Enumerable.Range(gap.From, gap.Length).Where(i => splice.IsWhole || IsNear(gap, i)).Select(i => IsShortOf(gap.Text, i) ? "short of" : TurningWords.Form(gap.Text[i]))
            .FirstOrDefault(t => (TurningWords.Contains(t) || t == "short of") && !splice.Mine.Any(w => TurningWords.Form(w) == t) && !(t == "will" && IsAhead(splice.Mine)) && (splice.IsWhole || !alignment.Words.Any(w => TurningWords.Form(w) == t)));
    }

    // "Was to look after it" for "will".
    private static bool IsAhead(IReadOnlyList<Word> words) => words.Index().Any(w => w.Index > 0 && w.Item.Lower == "to" && GrammarWords.Be.Contains(words[w.Index - 1].Lower));

    // "Some 1,340 miles" was left out as a whole.
    private static bool IsNear(SourceGap gap, int at) =>
        (gap.Text[at].Clause == gap.Text[gap.To].Clause || gap.Text[gap.From - 1].Clause == gap.Text[gap.To].Clause) && (at - gap.From < Reach || gap.To - at <= Reach)
        && !(at + 1 < gap.To && gap.Text[at + 1].Is(WordKind.Figure));

    // "Stops short of declaring it unlawful"
    private static bool IsShortOf(IReadOnlyList<Word> text, int at) => text[at].Lower == "short" && at + 1 < text.Count && text[at + 1].Lower == "of";

    // "Its head" became "Ode's head": the name is from elsewhere in the sentence.
    private static bool StandsForPronoun(Alignment alignment, Splice splice) => splice.First.IsPossessive && !splice.Theirs.Text[splice.Theirs.From - 1].IsPossessive;

    /// <summary>"…, the party alleges, …", unless the sentence has it elsewhere.</summary>
    private static string? Claim(Alignment alignment, Splice splice)
    {
        var text = splice.Theirs.Text;
        return splice.Theirs.Words.FirstOrDefault(w => Claiming.Contains(w.Lower) && w.Clause != splice.Theirs.Text[splice.Theirs.From - 1].Clause && w.Clause != text[splice.Theirs.To].Clause
            && text.Count(o => o.Clause == w.Clause) <= LongestAside && text.Last(o => o.Clause == w.Clause) == w && !alignment.Words.Any(o => o.Stem == w.Stem))?.Text;
    }

    private static Objection Refuse(string word, string reason) => new(ObjectionKind.Wording, word, reason);
}
