namespace BriefingBot.Retrieval;

/// <summary>
/// Every number the ranking rests on, in one place. Chosen by the <c>eval</c> verb on the development questions,
/// where the optimum is broad: values are round on purpose.
/// </summary>
public static class RankingWeights
{
    /// <summary>A title match relative to a body match.</summary>
    public const float Title = 0.5f;

    /// <summary>A pair of neighbouring question words found close together, relative to one of them alone.</summary>
    public const float Pair = 0.1f;

    /// <summary>How many moves apart the two words of a pair may stand.</summary>
    public const int PairSlop = 2;

    /// <summary>Distinct words of a question that are searched for; no question needs more, and every one costs time.</summary>
    public const int QueryTerms = 100;

    /// <summary>Passages taken from the index; articles among them that are read and ranked.</summary>
    public const int Passages = 200;
    public const int Articles = 40;

    /// <summary>Passages of one article that are read.</summary>
    public const int PassagesPerArticle = 4;

    /// <summary>How much a name and an everyday word count in a subject, relative to other words of their rarity.</summary>
    public const float Name = 1.3f;
    public const float Everyday = 0.3f;

    /// <summary>
    /// Rarity is reckoned as in a collection of at least this many passages: in a small one, a word of every second
    /// article would otherwise pass for an everyday word.
    /// </summary>
    public const int SmallestCollection = 10_000;

    // An article's score: its best passage as 1, then what else speaks for it.
    public const double SecondPassage = 0.2;
    public const double ThirdPassage = 0.1;
    public const double TitleCoverage = 0.1;
    public const double PassageCoverage = 0.2;
    public const double ArticleCoverage = 0.2;
    public const double SentenceCoverage = 0.2;
    public const double LeadCoverage = 0.1;

    /// <summary>
    /// What a match in an article that the conversation is about counts more: enough to put it first among articles
    /// that match about as well, not enough to put it before one that answers where it does not.
    /// </summary>
    public const float Preferred = 1.5f;
    public const double PreferredBonus = 0.3;

    /// <summary>How the age of an article counts when the question names no period.</summary>
    public const double RecencyHalfLifeDays = 14;
    public const double RecencyBonus = 3;

    /// <summary>A calendar date of up to this many days is the day of an event, not a period of reports.</summary>
    public const int LongestEventDays = 3;

    /// <summary>The same for a question that asks for the latest state of things.</summary>
    public const double LatestHalfLifeDays = 4;
}
