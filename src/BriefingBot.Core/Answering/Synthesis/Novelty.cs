using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Checks;
using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// How much of a sentence, names and figures aside, is new to its evidence. Names make a short sentence look borne out
/// ("The Tarvik bridge was hijacked") whose one claim is nowhere.
/// </summary>
internal static class Novelty
{
    /// <summary>Most of what is said has to be there in some form.</summary>
    private const double Most = 0.35;

    public static bool IsTooMuch(string sentence, IReadOnlyList<CitedText> evidence) => Of(sentence, evidence) > Most;

    /// <summary>Share of the content words that stand in the evidence in no form, 0 to 1.</summary>
    public static double Of(string sentence, IReadOnlyList<CitedText> evidence)
    {
        var alignment = new Alignment(new TextReading(sentence, evidence[0].Published), new CitedReading(evidence));
        var content = Enumerable.Range(0, alignment.Words.Count).Where(i => alignment.Words[i].Is(WordKind.Content)).ToList();
        return content.Count == 0 ? 0 : content.Count(i => IsNew(alignment, i)) / (double)content.Count;
    }

    private static bool IsNew(Alignment alignment, int index) => alignment.PlacesOf(index).Count == 0
        && !alignment.Evidence.Passages.Any(p => p.Words.Any(w => w.Is(WordKind.Content) && CoverageCheck.AreOneFamily(w, alignment.Words[index])));
}
