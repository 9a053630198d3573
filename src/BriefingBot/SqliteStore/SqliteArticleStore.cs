using BriefingBot.Articles;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.Passages;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>The system of record in one SQLite file, for its one writer.</summary>
public sealed class SqliteArticleStore : IArticleStore, IFeedStore, IDisposable
{
    /// <summary>For readers, too, who list them without the lock.</summary>
    internal const string RootsQuery = "SELECT path FROM roots ORDER BY path";

    private readonly WriterLock _lock;
    private readonly SqliteConnection _connection;
    private readonly WriteStatements _writes;

    private SqliteArticleStore(WriterLock writerLock, SqliteConnection connection)
    {
        (_lock, _connection) = (writerLock, connection);
        _writes = new WriteStatements(connection);
        using var last = new Statement(connection, "SELECT max(ifnull((SELECT max(key) FROM articles), 0), ifnull((SELECT max(sequence) FROM withdrawals), 0))");
        Sequence = last.Number() ?? 0;
    }

    public long Sequence { get; private set; }

    public bool CopyGroupsStale => Query("SELECT copy_groups_stale FROM state", row => row.GetBoolean(0))[0];

    /// <summary>Takes the folder's writer lock and opens its database, made or brought to the current schema if need be.</summary>
    /// <exception cref="DataFolderException">Another writer holds the folder, or it or its database cannot be used.</exception>
    public static SqliteArticleStore Open(DataFolder folder, TimeProvider time)
    {
        var writerLock = WriterLock.Take(folder, time);
        SqliteConnection? connection = null;
        try
        {
            connection = Database.OpenForWriting(folder);
            return new SqliteArticleStore(writerLock, connection);
        }
        catch
        {
            connection?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Roots() => Query(RootsQuery, row => row.GetString(0));

    public IReadOnlyDictionary<ArticleId, StoredVersion> Versions() =>
        Query("SELECT id, key, hash, root, file FROM articles", row => (
            Id: ArticleId.Parse(row.GetString(0)),
            Version: new StoredVersion(row.GetInt64(1), ArticleRow.ReadHash(row, 2), new FileLocation(row.GetString(3), row.GetString(4)))))
        .ToDictionary(found => found.Id, found => found.Version);

    public IReadOnlyDictionary<FileLocation, FileStamp> Stamps() =>
        Query("SELECT root, file, length, modified FROM files", row => (
            Location: new FileLocation(row.GetString(0), row.GetString(1)),
            Stamp: new FileStamp(row.GetInt64(2), row.GetInt64(3))))
        .ToDictionary(found => found.Location, found => found.Stamp);

    public IReadOnlyList<KeyValuePair<long, CopySignature>> Signatures() =>
        Query("SELECT article, signature FROM signatures ORDER BY article", row =>
            KeyValuePair.Create(row.GetInt64(0), CopySignature.FromBytes(row.GetFieldValue<byte[]>(1))));

    public int CountCopyGroups() =>
        Query("SELECT count(*) FROM (SELECT 1 FROM articles GROUP BY copy_group HAVING count(*) > 1)", row => row.GetInt32(0))[0];

    public IEnumerable<StoreChange> ChangesAfter(long sequence, CancellationToken cancellation)
    {
        using var withdrawn = new Statement(_connection, "SELECT sequence, article FROM withdrawals WHERE sequence > ?1 ORDER BY sequence");
        var withdrawals = new Queue<StoreChange>(withdrawn.List(row => new StoreChange(row.GetInt64(0), row.GetInt64(1), null, []), sequence));
        using var passages = new Statement(_connection, "SELECT ordinal, start, \"end\" FROM passages WHERE article = ?1 ORDER BY ordinal");
        using var articles = new Statement(
            _connection, $"SELECT {ArticleRow.ColumnsWithText} FROM articles a JOIN texts t ON t.article = a.key WHERE a.key > ?1 ORDER BY a.key");

        foreach (var stored in articles.Each(ArticleRow.Read, sequence))
        {
            cancellation.ThrowIfCancellationRequested();
            while (withdrawals.TryPeek(out var earlier) && earlier.Sequence < stored.Key) yield return withdrawals.Dequeue();
            var spans = passages.List(row => new Passage(row.GetInt32(0), new TextSpan(row.GetInt32(1), row.GetInt32(2))), stored.Key);
            yield return new StoreChange(stored.Key, stored.Key, stored.Article, spans);
        }

        foreach (var later in withdrawals) yield return later;
    }

    public IReadOnlyList<Feed> Feeds() => FeedRow.ListFeeds(_connection);

    public IReadOnlyList<KnownItem> ItemsOf(string url) => FeedRow.ListItems(_connection, url);

    public StoredVersion? VersionOf(ArticleId id)
    {
        using var statement = new Statement(_connection, "SELECT key, hash, root, file FROM articles WHERE id = ?1");
        return statement.List(row => (StoredVersion?)new StoredVersion(
            row.GetInt64(0), ArticleRow.ReadHash(row, 1), new FileLocation(row.GetString(2), row.GetString(3))), id.Value).FirstOrDefault();
    }

    public IStoreTransaction Begin() => BeginFeeds();

    public IFeedTransaction BeginFeeds() => new SqliteStoreTransaction(_writes, Sequence, committed: sequence => Sequence = sequence);

    /// <summary>Closes the database and lets the next writer in.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var statement = new Statement(_connection, sql);
        return statement.List(row);
    }
}
