namespace BriefingBot.Articles;

/// <summary>An article in the system of record.</summary>
/// <param name="Key">The store's own number for this version of the article; changed content gets a new key.</param>
/// <param name="Article">What was read.</param>
/// <param name="Ingested">When this version entered the store.</param>
/// <param name="CopyGroup">Articles with the same number are near-copies of one text and count once as evidence.</param>
public sealed record StoredArticle(long Key, Article Article, DateTimeOffset Ingested, long CopyGroup);
