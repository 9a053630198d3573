using System.Globalization;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Articles.Formats;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.Feeds;

/// <summary>A fetched feed, read.</summary>
/// <param name="Title">What it calls itself.</param>
internal sealed record FeedDocument(string Title, int? MinutesToLive, IReadOnlyList<DeliveredItem> Items)
{
    /// <summary>More items at once no news feed has; the first ones are the newest.</summary>
    private const int MostItems = 1000;

    /// <summary>Where a page names its feed, in bytes from its start.</summary>
    private const int LengthOfHead = 64 * 1024;

    /// <exception cref="UnreadableFileException">It is no feed.</exception>
    public static FeedDocument Read(FetchResult.Fetched fetched)
    {
        var (channel, found) = ReadFeed(fetched);
        List<DeliveredItem> items = [.. found.Take(MostItems).Select(item => DeliveredItem.Of(item, fetched.Address))];

        // Ids and addresses that several items share do not tell items apart. Publishers do link every item to their front page.
        var home = DeliveredItem.Resolve(channel.Link, fetched.Address) is { } link ? ItemLink.Normalise(link) : "";
        var ids = Shared(items, item => item.ItemId, item => item.Link);
        var links = Shared(items, item => item.Link, item => item.ItemId);
        return new FeedDocument(channel.Title, channel.MinutesToLive,
        [
            .. items.Select(item => item with
            {
                ItemId = ids.Contains(item.ItemId) ? "" : item.ItemId,
                Link = links.Contains(item.Link) || item.Link == home ? "" : item.Link,
            }),
        ]);
    }

    private static (FeedItem Channel, IReadOnlyList<FeedItem> Items) ReadFeed(FetchResult.Fetched fetched)
    {
        try
        {
            return NewsFeedReader.ReadFeed(fetched.Body, fetched.Charset);
        }
        catch (UnreadableFileException e)
        {
            throw FeedLinkIn(fetched) is { } page ? new UnreadableFileException(page) : e;
        }
    }

    private static string? FeedLinkIn(FetchResult.Fetched fetched)
    {
        var start = Encoding.Latin1.GetString(fetched.Body.AsSpan(0, Math.Min(fetched.Body.Length, 1024))).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (!start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) && !start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return null;
        const string what = "is a web page, not a feed";
        var named = HtmlText.Parse(Encoding.UTF8.GetString(fetched.Body.AsSpan(0, Math.Min(fetched.Body.Length, LengthOfHead))))
            .QuerySelector("link[rel~=alternate][type='application/rss+xml'], link[rel~=alternate][type='application/atom+xml']")?.GetAttribute("href");
        return DeliveredItem.Resolve(named, fetched.Address) is { } feed ? $"{what}; it names {PlainText.Shortened(feed.AbsoluteUri, 200)} as its feed" : what;
    }

    private static HashSet<string> Shared(List<DeliveredItem> items, Func<DeliveredItem, string> key, Func<DeliveredItem, string> other) =>
        [.. items.GroupBy(key).Where(same => same.Select(other).Distinct().Count() > 1).Select(same => same.Key)];
}

/// <summary>An item of a fetched feed.</summary>
/// <param name="ItemId">The feed's id for it, or "".</param>
/// <param name="Link">Its normalised address, or "".</param>
/// <param name="Page">Where its page is.</param>
internal sealed record DeliveredItem(FeedItem Item, string ItemId, string Link, Uri? Page)
{
    /// <summary>Ids of these kinds are given out by whoever owns the name in them (tag: RFC 4151, urn: RFC 8141).</summary>
    private static readonly string[] UniqueSchemes = ["http://", "https://", "tag:", "urn:"];

    public static DeliveredItem Of(FeedItem item, Uri feed)
    {
        var page = Resolve(item.Link, feed);
        return new DeliveredItem(item, PlainText.OneLine(item.Id), page is null ? "" : ItemLink.Normalise(page), page);
    }

    /// <summary>Addresses in feeds may be relative to the feed's.</summary>
    public static Uri? Resolve(string? link, Uri feed) =>
        !string.IsNullOrWhiteSpace(link) && Uri.TryCreate(feed, link.Trim(), out var page) ? DeliveredArticle.WebUri(page.AbsoluteUri) : null;

    /// <summary>An id that is unique beyond the feed: the feed's if it is an address or the like, else the item's address, else one below the feed's address.</summary>
    public ArticleId Identity(string feed, UInt128 hash)
    {
        if (UniqueSchemes.Any(scheme => ItemId.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))) return FileIdentity.Of(ItemId);
        if (Link.Length > 0) return FileIdentity.Of($"{Page!.Scheme}://{Link}");
        return FileIdentity.Of($"{feed}#{(ItemId.Length > 0 ? ItemId : hash.ToString("x32", CultureInfo.InvariantCulture))}");
    }
}
