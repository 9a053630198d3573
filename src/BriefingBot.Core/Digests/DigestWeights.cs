namespace BriefingBot.Digests;

/// <summary>Every number that the order of stories and the choice of their sentences rests on.</summary>
public static class DigestWeights
{
    /// <summary>How long before the period reports of its stories are looked for.</summary>
    public static readonly TimeSpan LookBack = Clustering.ClusteringWeights.Window;

    // A story's rank: independent sources up to a bound, the age of its newest article, whether it is new.
    public const double Source = 1;
    public const int MostSources = 8;
    public const double Recency = 1;
    public const double New = 1;
    public const double Update = 0.5;

    /// <summary>What each doubling of a story's articles adds.</summary>
    public const double Articles = 0.5;

    /// <summary>Share of a story's articles that have to be about the topic.</summary>
    public const double OnTopic = 0.5;

    // A sentence's score: how central it is (0 to 1), how early it stands, and that it needs nothing before it.
    public const double Central = 1;
    public const double Early = 0.6;
    public const double Leaning = 0.5;

    /// <summary>Most words of a story's sentences.</summary>
    public const int Words = 110;
}
