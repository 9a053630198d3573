using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>An item that a feed has delivered before, by which it is known again.</summary>
/// <param name="Article">The article it became.</param>
/// <param name="ItemId">The feed's id for it; empty when it has none that tells items apart.</param>
/// <param name="Link">Its normalised address (<see cref="ItemLink"/>); empty when it has none that tells items apart.</param>
/// <param name="Delivered">Hash of what the feed said, without dates.</param>
/// <param name="Stored">Hash of the article's headline and text.</param>
/// <param name="AwaitsPage">Whether its page is still to be read.</param>
/// <param name="PageTries">How often its page was asked for in vain.</param>
/// <param name="FromPage">Whether the stored text is that of its page.</param>
public sealed record KnownItem(ArticleId Article, string ItemId, string Link, UInt128 Delivered, UInt128 Stored, bool AwaitsPage, int PageTries, bool FromPage)
{
    /// <summary>The headline of the stored article; empty when it is not stored any more.</summary>
    public string Title { get; init; } = "";

    /// <summary>The stored text, for knowing it again under another id and address; null when it is not stored any more.</summary>
    public CopySignature? Signature { get; init; }
}
