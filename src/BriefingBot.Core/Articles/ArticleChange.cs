namespace BriefingBot.Articles;

/// <summary>What became of an article since somebody looked. One that changed several times is told once, as it is now.</summary>
/// <param name="Sequence">The number of its last change.</param>
public readonly record struct ArticleChange(long Sequence, ArticleId Id, ArticleChangeKind Kind)
{
    /// <summary>Of the current version; null when there is none.</summary>
    public long? Key => Kind == ArticleChangeKind.Withdrawn ? null : Sequence;
}

public enum ArticleChangeKind
{
    /// <summary>Not known before.</summary>
    Added,

    /// <summary>Another version is in the place of an earlier one, or it is back after it was withdrawn.</summary>
    Replaced,

    Withdrawn,
}
