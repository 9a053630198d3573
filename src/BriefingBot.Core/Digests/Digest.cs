using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>The news of a period as stories.</summary>
/// <param name="Stories">What matters most first.</param>
/// <param name="Articles">Dated articles of the period in what may be seen and was asked for; all are in a story or left out for a reason.</param>
/// <param name="LeftOut">What is not in it and why; each reason once.</param>
public sealed record Digest(DigestRequest Request, IReadOnlyList<DigestStory> Stories, int Articles, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The stories among <see cref="LeftOut"/>, by name.</summary>
    public IReadOnlyList<SkippedStory> Skipped { get; init; } = [];
}

/// <summary>Something that happened, and what the articles say of it.</summary>
/// <param name="Headline">Of its best article, without the outlet's name.</param>
/// <param name="Sentences">Sentences of its articles, word for word, each checked against the stored text.</param>
/// <param name="Citations">What the sentences cite, numbered within the story from 1 up.</param>
/// <param name="Sources">How many independent sources report it; near-copies and articles of one outlet count once.</param>
/// <param name="Articles">Its articles of the period, in order of publication; what a thread on the story is about.</param>
/// <param name="Earlier">Its articles from before the period.</param>
/// <param name="Update">What is new since it was sent before; null when it was not.</param>
public sealed record DigestStory(
    StoryId Id,
    string Headline,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    int Sources,
    IReadOnlyList<StoredArticle> Articles,
    IReadOnlyList<StoredArticle> Earlier,
    StoryUpdate? Update)
{
    /// <summary>What may be linked to: the cited articles first, one of each outlet, those whose address is of a sensible length.</summary>
    public IEnumerable<Article> Links => Citations.Select(c => c.Article).Concat(Articles.Select(a => a.Article))
        .Where(a => a.Url.Length is > 0 and <= DigestLimits.Address)
        .DistinctBy(a => a.Source.Length > 0 ? a.Source : a.Id.Value, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Stories or single articles that are not in the digest.</summary>
/// <param name="Stories">0 where articles did not come to be stories.</param>
public sealed record LeftOut(LeftOutReason Reason, int Stories, int Articles);

/// <param name="Headline">Of its first article.</param>
public sealed record SkippedStory(LeftOutReason Reason, string Headline);

public enum LeftOutReason
{
    /// <summary>Sent before, and nothing that matters is new.</summary>
    AlreadySent,

    /// <summary>Not about the topic.</summary>
    OffTopic,

    /// <summary>Beyond the digest's length.</summary>
    NoRoom,

    /// <summary>No sentence stands alone and within the length of one.</summary>
    NotCitable,

    /// <summary>A round-up of many stories, a digest itself.</summary>
    RoundUp,

    /// <summary>Without a date of publication, so of no known period; not among <see cref="Digest.Articles"/>.</summary>
    Undated,
}
