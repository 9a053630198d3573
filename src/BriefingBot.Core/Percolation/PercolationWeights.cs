namespace BriefingBot.Percolation;

/// <summary>
/// Every number that matching a new article with what people wait for rests on; chosen on the calibration half of the
/// labelled set (tests/README.md), and where several did equally well, the strictest. Nobody has asked just now, so a false
/// alarm costs more than with an answer.
/// </summary>
public static class PercolationWeights
{
    /// <summary>Share of the query's weight that an article and its best sentences have to hold, on average.</summary>
    public const double RequiredStrength = 0.7;

    /// <summary>Share that neighbouring sentences have to hold by themselves.</summary>
    public const double RequiredTogether = 0.5;

    /// <summary>Share of the names in the query that the article has to name.</summary>
    public const double RequiredNames = 0.66;

    /// <summary>Share of what is neither a name nor an everyday word: one actor does many things.</summary>
    public const double RequiredMatter = 0.6;

    /// <summary>What a word of like meaning counts for the word itself; it is never enough where there is no other.</summary>
    public const double Like = 0.5;

    /// <summary>Sentences in a row that are looked at together: a report says who in one and what in the next.</summary>
    public const int Window = 2;

    /// <summary>Sentences that count, with the headline, as an article's opening, which says what it is about.</summary>
    public const int Opening = 4;

    /// <summary>Share that has to stand in the opening, or else the rarest word has to come this often.</summary>
    public const double RequiredOpening = 0.5;
    public const int Mentions = 3;
}
