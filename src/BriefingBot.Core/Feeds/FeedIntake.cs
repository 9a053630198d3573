using BriefingBot.Articles;
using BriefingBot.Articles.Formats;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>
/// Stores what fetches brought. Articles, what is known of the items, and the feed's state change in one transaction,
/// so a killed process leaves all of a fetch or nothing, and nothing is asked for again. Items that a feed no longer
/// holds are kept: a feed is a window on what is new, not a folder.
/// </summary>
public sealed class FeedIntake(IFeedStore store, TimeProvider time)
{
    /// <summary>Stores an update of a feed that is subscribed to, or is from now on.</summary>
    /// <param name="subscribes">False drops the update of a feed that was unsubscribed while it was fetched.</param>
    public FeedOutcome Take(FeedUpdate update, bool subscribes = false)
    {
        var feed = update.Feed;
        if (!subscribes && store.Feeds().All(f => f.Url != feed.Url)) return new FeedOutcome(feed, 0, 0, 0, 0, []);

        var known = new KnownItems(store.ItemsOf(feed.Url), update.Items.Select(i => i.Item.ItemId));
        var present = update.Items.Select(i => known.Find(i.Item.ItemId, i.Item.Link)?.Article).OfType<ArticleId>().ToHashSet();
        var counts = new Counts();
        using var transaction = store.BeginFeeds();
        if (update.IsGone) transaction.RemoveFeed(feed.Url);
        else transaction.PutFeed(feed);
        foreach (var item in update.Items) present.Add(Take(item, feed, known, present, transaction, counts));
        transaction.Commit();
        var note = update.IsGone ? $"{feed.Url} answered that it is gone for good (410); it is unsubscribed, and its {feed.Articles} article(s) are kept." : null;
        return new FeedOutcome(feed, counts.Added, counts.Changed, counts.Unchanged, counts.Passages, update.Problems, note);
    }

    /// <summary>Unsubscribes from a feed.</summary>
    /// <param name="withdraw">Whether its articles go, too.</param>
    /// <returns>How many articles were withdrawn; null when there is no such feed.</returns>
    public int? Remove(string url, bool withdraw)
    {
        if (store.Feeds().All(f => f.Url != url)) return null;
        var gone = withdraw ? store.ItemsOf(url).Select(i => i.Article).Where(id => store.VersionOf(id)?.Location.Root == url).ToList() : [];
        using var transaction = store.BeginFeeds();
        gone.ForEach(transaction.Withdraw);
        transaction.RemoveFeed(url);
        transaction.Commit();
        return gone.Count;
    }

    private ArticleId Take(FetchedItem fetched, Feed feed, KnownItems known, HashSet<ArticleId> present, IFeedTransaction transaction, Counts counts)
    {
        if (fetched.Article is not { } read)
        {
            counts.Unchanged++;
            // Most items stay as they are; writing all of them each time would be a waste.
            if (known.Find(fetched.Item.ItemId, fetched.Item.Link) is { } before && Told(before) != Told(fetched.Item)) Know(fetched.Item);
            return fetched.Item.Article;
        }

        var match = known.Find(fetched.Item.ItemId, fetched.Item.Link) ?? known.FindCopy(read, fetched.Signature!, present);
        // An address that was another item's before is no id for this one.
        var id = known.Holds(read.Id) ? FileIdentity.Of($"{read.Id}#{fetched.Item.ItemId}") : read.Id;
        var article = read with { Id = match?.Article ?? id };
        var version = store.VersionOf(article.Id);
        if (version is { } current && (match?.Stored == fetched.Item.Stored || current.Location.Root != feed.Url))
        {
            // The text is the stored one, or the article is another feed's or a file's, which keeps it.
            counts.Unchanged++;
        }
        else
        {
            transaction.Put(new NewVersion(
                article, ContentHash.Of(article), new FileLocation(feed.Url, article.Id.Value), fetched.Passages, fetched.Signature!, time.GetUtcNow()));
            if (version is null) counts.Added++;
            else counts.Changed++;
            counts.Passages += fetched.Passages.Count;
        }

        Know(fetched.Item with { Article = article.Id, Title = article.Title, Signature = fetched.Signature });
        return article.Id;

        void Know(KnownItem item)
        {
            transaction.PutItem(feed.Url, item);
            known.Add(item);
        }
    }

    private static (string, string, UInt128, bool, int) Told(KnownItem item) => (item.ItemId, item.Link, item.Delivered, item.AwaitsPage, item.PageTries);

    private sealed class Counts
    {
        public int Added { get; set; }

        public int Changed { get; set; }

        public int Unchanged { get; set; }

        public int Passages { get; set; }
    }
}
