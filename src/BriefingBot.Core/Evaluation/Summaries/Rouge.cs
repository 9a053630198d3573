using Lucene.Net.Tartarus.Snowball.Ext;

namespace BriefingBot.Evaluation.Summaries;

/// <summary>Precision, recall and their harmonic mean, 0 to 1.</summary>
public readonly record struct RougeScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    internal static RougeScore Of(int overlap, int candidate, int reference) =>
        new(candidate == 0 ? 0 : (double)overlap / candidate, reference == 0 ? 0 : (double)overlap / reference);
}

/// <summary>
/// ROUGE-1, -2 and -L of a summary against one reference (Lin 2004, ROUGE: A package for automatic evaluation of
/// summaries, https://aclanthology.org/W04-1013/). Words are runs of letters and digits in lower case, reduced to Porter
/// stems; stop words stay in. ROUGE-L takes the whole summary as one sequence of words.
/// </summary>
/// <param name="Unigrams">ROUGE-1.</param>
/// <param name="Bigrams">ROUGE-2.</param>
/// <param name="Longest">ROUGE-L: longest common subsequence.</param>
public sealed record Rouge(RougeScore Unigrams, RougeScore Bigrams, RougeScore Longest)
{
    public static Rouge Of(string summary, string reference)
    {
        var (candidate, gold) = (Words(summary), Words(reference));
        return new Rouge(
            Grams(candidate, gold, 1), Grams(candidate, gold, 2), RougeScore.Of(LongestCommonSubsequence(candidate, gold), candidate.Count, gold.Count));
    }

    /// <summary>An n-gram of the summary counts as often as the reference has it.</summary>
    private static RougeScore Grams(List<string> candidate, List<string> gold, int length)
    {
        var (mine, theirs) = (Count(candidate, length), Count(gold, length));
        var overlap = mine.Sum(gram => Math.Min(gram.Value, theirs.GetValueOrDefault(gram.Key)));
        return RougeScore.Of(overlap, mine.Values.Sum(), theirs.Values.Sum());
    }

    private static Dictionary<string, int> Count(List<string> words, int length) =>
        Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).CountBy(i => string.Join(' ', words.Skip(i).Take(length)), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static int LongestCommonSubsequence(List<string> a, List<string> b)
    {
        var (before, row) = (new int[b.Count + 1], new int[b.Count + 1]);
        foreach (var word in a)
        {
            for (var j = 1; j <= b.Count; j++) row[j] = word == b[j - 1] ? before[j - 1] + 1 : Math.Max(before[j], row[j - 1]);
            (before, row) = (row, before);
        }

        return before[b.Count];
    }

    private static List<string> Words(string text)
    {
        var stemmer = new PorterStemmer();
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            stemmer.SetCurrent(text[start..at].ToLowerInvariant());
            stemmer.Stem();
            words.Add(stemmer.Current);
        }

        return words;
    }
}
