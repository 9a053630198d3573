namespace BriefingBot.Answering.Checking.Reading;

/// <summary>The clauses of a text that are long enough to say something; shorter ones go with the clause before.</summary>
internal static class SentenceClauses
{
    private const int OwnClause = 3;

    public static List<List<int>> Of(IReadOnlyList<Word> words)
    {
        var clauses = new List<List<int>>();
        foreach (var clause in Enumerable.Range(0, words.Count).GroupBy(i => words[i].Clause))
        {
            var joins = clauses.Count > 0 && words[clauses[^1][^1]].Sentence == words[clause.First()].Sentence && clauses[^1].Count(i => words[i].IsContent) < OwnClause;
            if (joins) clauses[^1].AddRange(clause);
            else clauses.Add([.. clause]);
        }

        return clauses;
    }
}
