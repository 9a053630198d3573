using BriefingBot.Articles;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>Between feeds and their rows.</summary>
internal static class FeedRow
{
    private const string Feeds = """
        SELECT url, collection, title, added, due, held_until, fetched, etag, last_modified, minutes_to_live, failures, error,
            (SELECT count(*) FROM feed_items i WHERE i.feed = url)
        FROM feeds ORDER BY url
        """;

    private const string Items = """
        SELECT i.article, i.item_id, i.link, i.delivered, i.stored, i.awaits_page, i.page_tries, i.from_page, a.title, s.signature
        FROM feed_items i LEFT JOIN articles a ON a.id = i.article LEFT JOIN signatures s ON s.article = a.key
        WHERE i.feed = ?1 ORDER BY i.article
        """;

    public static IReadOnlyList<Feed> ListFeeds(SqliteConnection connection)
    {
        using var statement = new Statement(connection, Feeds);
        return statement.List(ReadFeed);
    }

    public static IReadOnlyList<KnownItem> ListItems(SqliteConnection connection, string url)
    {
        using var statement = new Statement(connection, Items);
        return statement.List(ReadItem, url);
    }

    private static Feed ReadFeed(SqliteDataReader row) => new()
    {
        Url = row.GetString(0),
        Collection = row.GetString(1),
        Title = row.GetString(2),
        Added = Time(row, 3)!.Value,
        Due = Time(row, 4)!.Value,
        HeldUntil = Time(row, 5),
        Fetched = Time(row, 6),
        Validators = new Validators(Text(row, 7), Text(row, 8)),
        MinutesToLive = row.GetInt32(9),
        Failures = row.GetInt32(10),
        Error = row.GetString(11),
        Articles = row.GetInt32(12),
    };

    private static KnownItem ReadItem(SqliteDataReader row) => new(
        ArticleId.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), ArticleRow.ReadHash(row, 3), ArticleRow.ReadHash(row, 4), row.GetBoolean(5), row.GetInt32(6), row.GetBoolean(7))
    {
        Title = Text(row, 8) ?? "",
        Signature = row.IsDBNull(9) ? null : CopySignature.FromBytes(row.GetFieldValue<byte[]>(9)),
    };

    private static DateTimeOffset? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
