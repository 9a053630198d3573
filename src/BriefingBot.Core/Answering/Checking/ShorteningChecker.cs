using BriefingBot.Answering.Checking.Checks;
using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking;

/// <summary>
/// Judges whether a sentence is one or two sentences of the passages that it cites, shortened: their words in their
/// order, with names in the place of "he" and "the company". That can be told without knowing what words mean, as
/// whether a free paraphrase is true cannot; so it is what a language model is asked for, and held to.
/// </summary>
public static class ShorteningChecker
{
    private static readonly Func<Alignment, IEnumerable<Objection>>[] Checks =
    [
        QuotedWordsCheck.Find, QuantityCheck.Find, DateCheck.Find, NameCheck.Find, NegationCheck.Find, DirectionCheck.Find, CertaintyCheck.Find, ReplacementCheck.Find, JoinCheck.Find, WordingCheck.Find, OrderCheck.Find, OmissionCheck.Find, AdditionCheck.Find,
        QuantifierCheck.Find, TenseCheck.Find, AttributionCheck.Find, a => RoleCheck.Find(a).Where(o => !IsTakenOver(a, o)), a => SpeakerCheck.Find(a).Where(o => !IsTakenOver(a, o)), CoverageCheck.Find,
    ];

    /// <summary>The verdict on one sentence, without citation marks. Every passage it cites counts, and its headline.</summary>
    /// <param name="withHeadlines">False for what the passages say by themselves.</param>
    public static SupportVerdict Judge(string sentence, IReadOnlyList<CitedText> cited, bool withHeadlines = true)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return ParaphraseChecker.Judge(sentence, withHeadlines ? [.. cited.Select(WithHeadline)] : cited, Checks, isClose: true);
    }

    private static CitedText WithHeadline(CitedText cited) => cited.Title.Length == 0 ? cited : cited with { Passage = $"{cited.Title.TrimEnd('.', '…', ' ')}. {cited.Passage}" };

    // In a clause that is one sentence's own words, nobody can have become somebody else.
    private static bool IsTakenOver(Alignment alignment, Objection objection)
    {
        var clauses = alignment.Words.Where(w => objection.Subject.EndsWith(w.Text, StringComparison.Ordinal)).Select(w => w.Clause).Distinct().ToList();
        return clauses.Count > 0 && clauses.TrueForAll(alignment.Provenance.IsOfOneSentence)
            && clauses.TrueForAll(c => alignment.Words.Count(w => w.Clause == c && w.Is(WordKind.Content) && !SpeechWords.ReportingVerbs.Contains(w.Lower)) > 1);
    }
}
