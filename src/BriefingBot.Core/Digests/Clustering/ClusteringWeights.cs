namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Every number that grouping articles into stories rests on, in one place; chosen on the calibration half of the
/// labelled pairs and on real articles (tests/README.md). A story told twice is a nuisance, two stories told as one
/// hide news.
/// </summary>
public static class ClusteringWeights
{
    /// <summary>Characters of the body, from its start, that are compared: a report opens with its news and ends with background that many share.</summary>
    public const int Opening = 600;

    /// <summary>A paragraph that so many texts of a period have word for word is their publisher's, not news.</summary>
    public const int StockCopies = 4;

    /// <summary>How much a word of the headline, a figure, and a word that says little count, relative to other words of their rarity.</summary>
    public const float Title = 2;
    public const float Figure = 1.5f;
    public const float Role = 0.5f;
    public const float Everyday = 0.3f;

    /// <summary>What two words of like meaning ("strike", "walkout") count, relative to the same word twice.</summary>
    public const float LikeWord = 0.3f;

    /// <summary>
    /// Names weigh at least this much together, about as two rare ones: where an article has fewer, sharing them says
    /// less than a cosine would.
    /// </summary>
    public const float FewNames = 15;

    /// <summary>What headlines that are told again in the other's opening add, at most.</summary>
    public const float Headline = 0.15f;

    /// <summary>What each shared figure adds ("212 passengers"), and how many do.</summary>
    public const float SharedFigure = 0.05f;
    public const int SharedFigures = 2;

    /// <summary>What a second shared name adds: one is the actor or the place of two events as often as not.</summary>
    public const float SecondName = 0.05f;

    /// <summary>Mean likeness from which on two groups of articles are one story.</summary>
    public const float OneStory = 0.28f;

    /// <summary>Two articles whose other words are less alike than this tell of different events, whatever their names (one minister, two announcements).</summary>
    public const float SameMatter = 0.08f;

    /// <summary>Reports of one event that lie further apart are two stories.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);

    /// <summary>How much less alike two articles are that lie a whole window apart, as a power of e; in between it grows evenly.</summary>
    public const float Ageing = 0.24f;
}
