using BriefingBot.Feeds;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>Reads the subscribed feeds beside a writer. A folder without a database has none.</summary>
public sealed class SqliteFeedLibrary(DataFolder folder, TimeProvider time) : IFeedLibrary
{
    public IReadOnlyList<Feed> Feeds() => Read(FeedRow.ListFeeds);

    public IReadOnlyList<KnownItem> ItemsOf(string url) => Read(connection => FeedRow.ListItems(connection, url));

    private IReadOnlyList<T> Read<T>(Func<SqliteConnection, IReadOnlyList<T>> list)
    {
        if (!File.Exists(folder.Database)) return [];
        using var connection = Database.OpenForReading(folder);
        // Opening it for writing brings an older database to the current schema.
        if (Database.VersionOf(connection, folder) < Database.SchemaVersion) SqliteArticleStore.Open(folder, time).Dispose();
        return list(connection);
    }
}
