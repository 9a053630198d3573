namespace BriefingBot.Percolation;

/// <summary>
/// Every number that matching a new article with what people wait for rests on; chosen on the calibration half of the
/// labelled set (tests/README.md). Nobody has asked just now, so a false alarm costs more than with an answer: these bounds are
/// stricter than <see cref="Answering.AnswerWeights"/>.
/// </summary>
public static class PercolationWeights
{
    /// <summary>Share of the query's weight that an article and its best sentences have to hold, on average.</summary>
    public const double RequiredStrength = 0.7;

    /// <summary>Share that the best sentences have to hold by themselves.</summary>
    public const double RequiredTogether = 0.55;

    /// <summary>Share of the names in the query that the article has to name.</summary>
    public const double RequiredNames = 0.66;

    /// <summary>Sentences in a row that are looked at together: a report says who in one and what in the next.</summary>
    public const int Window = 2;

    /// <summary>Sentences that count, with the headline, as an article's opening, which says what it is about.</summary>
    public const int Opening = 4;

    /// <summary>What has to stand in the opening of a longer article, or else be said again and again.</summary>
    public const double RequiredOpening = 0.5;

    /// <summary>How often the query's rarest word has to come where the opening does not hold enough.</summary>
    public const int Mentions = 3;
}
