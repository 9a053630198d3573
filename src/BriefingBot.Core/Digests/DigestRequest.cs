using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>What a digest is to be made of.</summary>
public sealed record DigestRequest(DigestPeriod Period)
{
    /// <summary>What the stories have to be about, in words as one would ask for it; empty for everything.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Outlets to take stories from, in any of the ways they are written; empty means all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What the reader may see.</summary>
    public ArticleAccess Access { get; init; } = ArticleAccess.All;

    public DigestLength Length { get; init; } = DigestLength.Full;

    /// <summary>What the reader was sent before.</summary>
    public SentStories Sent { get; init; } = SentStories.None;
}
