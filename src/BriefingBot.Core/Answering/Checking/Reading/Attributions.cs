using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>"…, the council's director, Ann Ode, said": who says it may stand before or behind what is said.</summary>
internal static class Attributions
{
    private const int LongestAside = 6;

    public static bool Holds(IReadOnlyList<Word> words, int at)
    {
        var clauses = words.Where(w => w.Sentence == words[at].Sentence).GroupBy(w => w.Clause).Select(g => g.ToList()).ToList();
        var own = clauses.FindIndex(c => c[0].Clause == words[at].Clause);
        while (own + 1 < clauses.Count && !Tells(clauses[own]) && IsAside(clauses[own])) own++;
        return Tells(clauses[own]) && IsAside(clauses[own]);
    }

    private static bool Tells(List<Word> clause) => clause.Exists(w => w.Lower == "according" || SpeechWords.ReportingVerbs.Contains(w.Lower));

    private static bool IsAside(List<Word> clause) =>
        clause.Count(w => w.IsContent) <= LongestAside && !clause.Exists(w => ClauseReader.IsVerb(w) && !SpeechWords.ReportingVerbs.Contains(w.Lower));
}
