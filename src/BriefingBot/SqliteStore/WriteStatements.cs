using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>The writer's statements, compiled once per connection, which releases them when it closes.</summary>
internal sealed class WriteStatements(SqliteConnection connection)
{
    // Immediate: the one place where waiting for another program can happen is the start.
    public Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public Statement Commit { get; } = new(connection, "COMMIT");

    public Statement Rollback { get; } = new(connection, "ROLLBACK");

    public Statement FindKey { get; } = new(connection, "SELECT key FROM articles WHERE id = ?1");

    public Statement AddArticle { get; } = new(connection, """
        INSERT INTO articles (key, id, copy_group, published, published_flags, updated, updated_flags, ingested, hash, root, file, source, language, title, author, url, collection)
        VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """);

    public Statement AddText { get; } = new(connection, "INSERT INTO texts (article, blocks, text) VALUES (?1, ?2, ?3)");

    public Statement AddSignature { get; } = new(connection, "INSERT INTO signatures (article, signature) VALUES (?1, ?2)");

    public Statement AddPassage { get; } = new(connection, "INSERT INTO passages (article, ordinal, start, \"end\") VALUES (?1, ?2, ?3, ?4)");

    public Statement RemoveArticle { get; } = new(connection, "DELETE FROM articles WHERE key = ?1");

    public Statement AddWithdrawal { get; } = new(connection, "INSERT INTO withdrawals (sequence, article, id) VALUES (?1, ?2, ?3)");

    public Statement Relocate { get; } = new(connection, "UPDATE articles SET root = ?2, file = ?3 WHERE id = ?1");

    public Statement SetStamp { get; } = new(connection, "INSERT OR REPLACE INTO files (root, file, length, modified) VALUES (?1, ?2, ?3, ?4)");

    public Statement RemoveStamp { get; } = new(connection, "DELETE FROM files WHERE root = ?1 AND file = ?2");

    public Statement AddRoot { get; } = new(connection, "INSERT OR IGNORE INTO roots (path) VALUES (?1)");

    public Statement RemoveRoot { get; } = new(connection, "DELETE FROM roots WHERE path = ?1");

    public Statement RemoveStampsOfRoot { get; } = new(connection, "DELETE FROM files WHERE root = ?1");

    // An upsert: replacing the row would take the items with it.
    public Statement PutFeed { get; } = new(connection, """
        INSERT INTO feeds (url, collection, title, added, due, held_until, fetched, etag, last_modified, minutes_to_live, failures, error)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (url) DO UPDATE SET collection = ?2, title = ?3, due = ?5, held_until = ?6, fetched = ?7, etag = ?8, last_modified = ?9,
            minutes_to_live = ?10, failures = ?11, error = ?12
        """);

    public Statement RemoveFeed { get; } = new(connection, "DELETE FROM feeds WHERE url = ?1");

    public Statement PutFeedItem { get; } = new(connection, """
        INSERT OR REPLACE INTO feed_items (feed, article, item_id, link, delivered, stored, awaits_page, page_tries, from_page)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """);

    public Statement SetCopyGroup { get; } = new(connection, "UPDATE articles SET copy_group = ?2 WHERE key = ?1 AND copy_group <> ?2");

    public Statement SetCopyGroupsStale { get; } = new(connection, "UPDATE state SET copy_groups_stale = ?1 WHERE copy_groups_stale <> ?1");
}
