namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Every number that grouping articles into stories rests on, in one place; chosen on the calibration half of the
/// labelled pairs (tests/README.md). Where several values did equally well it is the strictest: a story told twice is
/// a nuisance, two stories told as one hide news.
/// </summary>
public static class ClusteringWeights
{
    /// <summary>Characters of the body, from its start, that are compared: a report opens with its news and ends with background that many share.</summary>
    public const int Opening = 1000;

    /// <summary>How much a word of the headline, a figure, and a word that says little count, relative to other words of their rarity.</summary>
    public const float Title = 1.5f;
    public const float Figure = 1.5f;
    public const float Role = 0.5f;
    public const float Everyday = 0.3f;

    /// <summary>The share of names in the likeness of two articles; the other words have the rest.</summary>
    public const float Names = 0.35f;

    /// <summary>Mean likeness from which on two groups of articles are one story.</summary>
    public const float OneStory = 0.2f;

    /// <summary>Two articles whose names are less alike than this tell of different events, whatever their other words ("earthquake here" and "earthquake there").</summary>
    public const float SameNames = 0.2f;

    /// <summary>And so do two whose other words are less alike than this, whatever their names (one minister, two announcements).</summary>
    public const float SameMatter = 0.08f;

    /// <summary>Reports of one event that lie further apart are two stories.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);
}
