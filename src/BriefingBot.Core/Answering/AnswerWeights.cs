namespace BriefingBot.Answering;

/// <summary>Every number that choosing and refusing rests on, in one place; calibrated with the <c>eval</c> verb.</summary>
public static class AnswerWeights
{
    /// <summary>Articles whose sentences may enter an answer.</summary>
    public const int Articles = 6;

    // A sentence's score.
    public const double Article = 1.0;
    public const double Coverage = 1.0;
    public const double TitleCoverage = 0.3;
    public const double Around = 0.5;
    public const double AskedFor = 0.25;
    public const double Opening = 0.15;

    /// <summary>Taken off a sentence that leans on what stands before it ("He said so.").</summary>
    public const double Leaning = 0.15;

    /// <summary>Share of a sentence's words already said from which on it is a repetition.</summary>
    public const double Repetition = 0.6;

    /// <summary>Words a sentence should have: fewer say nothing alone, more crowd out others.</summary>
    public const int ShortestWords = 6;
    public const int LongestWords = 55;

    /// <summary>Paragraphs and sentences of an article that count as its opening.</summary>
    public const int OpeningBlocks = 3;
    public const int OpeningSentences = 3;

    /// <summary>Headline words that two articles share when they may tell of one story.</summary>
    public const int SharedTitleWords = 2;

    /// <summary>Words that a sentence put before another as its context may have.</summary>
    public const int LongestContextWords = 35;

    // What a sentence, or else its headline, must cover of the question to be worth showing.
    public const double RequiredSentenceCoverage = 0.2;
    public const double RequiredTitleCoverage = 0.4;

    /// <summary>A sentence of another article is beside the question when, headline included, it covers less than this share of what the best one does.</summary>
    public const double BesideBelow = 0.6;

    /// <summary>Below this coverage a sentence is shown with its headline, if that covers more.</summary>
    public const double TitleContextBelow = 0.4;

    /// <summary>A sentence is shown with its headline also if that adds this much coverage.</summary>
    public const double TitleContextFrom = 0.35;

    // Support of one sentence by another article's sentence.
    public const double SupportOverlap = 0.55;
    public const int SupportWords = 5;

    /// <summary>Share of the words a sentence quotes that the other has to hold: reports cut and reword quotations, but do not exchange them.</summary>
    public const double SupportOfQuotation = 0.6;
    public const int CitationsPerSentence = 3;

    // When found articles are about the question at all. On the development set these refuse 9 of 10 questions that
    // no article answers and 1 of 20 that one does.
    public const double RequiredStrength = 0.6;
    public const int JudgedArticles = 5;

    /// <summary>What the age of the best article takes off its strength: this much for each e-fold of age beyond <see cref="FreshDays"/>.</summary>
    public const double Staleness = 0.04;
    public const double FreshDays = 14;
    public const double MostStaleness = 0.16;

    /// <summary>Articles shown as near misses when nothing answers.</summary>
    public const int Nearest = 3;
}
