using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>The subscribed feeds, for reading beside a writer.</summary>
public interface IFeedLibrary
{
    /// <summary>All feeds in the order of their addresses.</summary>
    IReadOnlyList<Feed> Feeds();

    /// <summary>The items of a feed so far.</summary>
    IReadOnlyList<KnownItem> ItemsOf(string url);
}

/// <summary>The writing side of the feeds: a part of the system of record, so that articles and state change at once.</summary>
public interface IFeedStore : IFeedLibrary
{
    /// <summary>The current version of an article, or null.</summary>
    StoredVersion? VersionOf(ArticleId id);

    /// <summary>Starts a transaction; what is not committed when the process dies never happened.</summary>
    IFeedTransaction BeginFeeds();
}

/// <summary>A change to articles and feeds that becomes durable at once.</summary>
public interface IFeedTransaction : IStoreTransaction
{
    /// <summary>Adds or replaces the state of a feed; its items stay.</summary>
    void PutFeed(Feed feed);

    /// <summary>Forgets a feed and its items; its articles are the caller's.</summary>
    void RemoveFeed(string url);

    void PutItem(string url, KnownItem item);
}
