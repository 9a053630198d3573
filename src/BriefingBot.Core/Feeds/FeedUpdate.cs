using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Passages;

namespace BriefingBot.Feeds;

/// <summary>What a fetch of a feed brought, not stored yet.</summary>
/// <param name="Feed">Its state after the fetch.</param>
/// <param name="IsGone">Whether its publisher has ended it; then it is unsubscribed.</param>
public sealed record FeedUpdate(Feed Feed, IReadOnlyList<FetchedItem> Items, IReadOnlyList<ReadProblem> Problems, bool IsGone = false);

/// <summary>An item with its article.</summary>
/// <param name="Item">How it will be known.</param>
/// <param name="Article">Null when the stored one stays.</param>
public sealed record FetchedItem(KnownItem Item, Article? Article, IReadOnlyList<Passage> Passages, CopySignature? Signature);

/// <summary>What became of a fetch.</summary>
/// <param name="Note">Something beyond problems that the person who subscribed should know; or null.</param>
public sealed record FeedOutcome(Feed Feed, int Added, int Changed, int Unchanged, int Passages, IReadOnlyList<ReadProblem> Problems, string? Note = null);
