namespace BriefingBot.Digests;

/// <summary>How much of the news a digest holds.</summary>
public enum DigestLength
{
    /// <summary>The five stories that matter most, a sentence each.</summary>
    Brief,

    /// <summary>Up to ten stories, two sentences each.</summary>
    Full,
}

/// <summary>
/// The bounds of a digest. They are kept by choosing what fits, so that no platform has to cut: a story fits one Slack
/// section (3,000 characters) or one Discord embed (4,096), a brief digest one Discord message (6,000 over all embeds).
/// </summary>
/// <param name="Stories">Most stories.</param>
/// <param name="Sentences">Most sentences of a story.</param>
/// <param name="Links">Most links of a story.</param>
public sealed record DigestLimits(int Stories, int Sentences, int Links)
{
    /// <summary>Longest headline, sentence, line on what is new, outlet's name and address, in UTF-16 code units; longer addresses are left out.</summary>
    public const int Headline = 120;
    public const int Heading = 260;
    public const int Sentence = 320;
    public const int News = 160;
    public const int Outlet = 40;
    public const int Address = 240;

    /// <summary>Longest closing line on the period and what was left out.</summary>
    public const int Account = 400;

    /// <summary>Longest plain text of a story, see <see cref="DigestText"/>.</summary>
    public int StoryText => Headline + News + (Sentences * (Sentence + Marks)) + (Links * (Outlet + Address + Marks)) + (2 * Marks);

    /// <summary>Longest plain text of the whole digest.</summary>
    public int Text => (Stories * (StoryText + 2)) + Account;

    // Citation numbers, "12 independent sources", line ends.
    private const int Marks = 40;

    public static DigestLimits Of(DigestLength length) => length switch
    {
        DigestLength.Brief => new DigestLimits(5, 1, 1),
        _ => new DigestLimits(10, 2, 3),
    };
}
