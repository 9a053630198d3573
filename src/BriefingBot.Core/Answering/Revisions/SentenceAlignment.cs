using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Revisions;

/// <summary>
/// Which sentence of a later version is in the place of an earlier one, by the share of stems that both have
/// (https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient).
/// </summary>
internal static class SentenceAlignment
{
    /// <summary>Less than this in common is another statement.</summary>
    private const double Bound = 0.5;

    /// <summary>A sentence that has taken up nearly all of another is its successor, whatever else it says.</summary>
    private const double TakenUp = 0.8;

    /// <summary>Fewer words are taken up by chance.</summary>
    private const int LeastTakenUp = 4;

    /// <summary>What two sentences have to be nearer than one, for a sentence that was cut in two.</summary>
    private const double Pair = 0.1;

    /// <summary>The successor; null when there is none.</summary>
    public static string? Best(string sentence, IReadOnlyList<string> others)
    {
        var own = Stems(sentence);
        var scored = others.Select(o => (Text: o, Score: Score(own, Stems(o)))).ToList();
        var pairs = others.Zip(others.Skip(1), (a, b) => $"{a} {b}").Select(p => (Text: p, Score: Score(own, Stems(p)) - Pair));
        var best = scored.Concat(pairs).DefaultIfEmpty((Text: "", Score: 0)).MaxBy(s => s.Score);
        return best.Score >= Bound ? best.Text : null;
    }

    /// <summary>The most similar first.</summary>
    public static IEnumerable<string> Nearest(string sentence, IReadOnlyList<string> others)
    {
        var own = Stems(sentence);
        return others.Select(o => (Text: o, Score: Score(own, Stems(o)))).OrderByDescending(s => s.Score).Select(s => s.Text);
    }

    private static double Score(HashSet<string> own, HashSet<string> other)
    {
        if (own.Count == 0 || other.Count == 0) return 0;
        double common = own.Count(other.Contains);
        var dice = 2 * common / (own.Count + other.Count);
        return own.Count >= LeastTakenUp && common / own.Count >= TakenUp ? Math.Max(dice, Bound) : dice;
    }

    private static HashSet<string> Stems(string sentence) => EnglishTerms.StemsOf(sentence, Dateline.Skip(sentence, new TextSpan(0, sentence.Length)));
}
