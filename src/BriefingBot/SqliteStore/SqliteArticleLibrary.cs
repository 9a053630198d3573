using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>
/// Reads the system of record, beside a writer and other readers. SQLite works in the calling thread, so the methods
/// complete at once.
/// </summary>
public sealed class SqliteArticleLibrary : IArticleLibrary, IDisposable
{
    private readonly DataFolder _folder;
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private volatile Catalogue? _catalogue;

    private SqliteArticleLibrary(DataFolder folder) => _folder = folder;

    /// <summary>Opens a folder that something has been indexed into, and brings an older database to the current schema.</summary>
    /// <exception cref="DataFolderException">There is no database yet, or it cannot be used.</exception>
    public static SqliteArticleLibrary Open(DataFolder folder, TimeProvider time)
    {
        if (!File.Exists(folder.Database))
        {
            throw new DataFolderException($"Nothing has been indexed into {folder.FullPath} yet. Index a folder of articles first, or name another data folder with --data.");
        }

        var library = new SqliteArticleLibrary(folder);
        if (library.Version() < Database.SchemaVersion) SqliteArticleStore.Open(folder, time).Dispose();
        return library;
    }

    public ValueTask<IReadOnlyList<StoredArticle>> LoadAsync(IReadOnlyCollection<long> keys, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<StoredArticle>>(
            Use(connection => connection.Load.List(ArticleRow.Read, $"[{string.Join(',', keys)}]")));
    }

    public ValueTask<StoredArticle?> FindAsync(ArticleId id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Use(connection => connection.Find.List(ArticleRow.Read, id.Value)).FirstOrDefault());
    }

    public async IAsyncEnumerable<StoredArticle> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var articles = Query($"SELECT {ArticleRow.Columns} FROM articles a ORDER BY a.published DESC NULLS LAST, a.key", ArticleRow.Read);
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return article;
        }

        await Task.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<StoredArticle>> WithinAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        // Two steps, so that only the texts that are wanted are read.
        cancellation.ThrowIfCancellationRequested();
        var keys = Use(connection => connection.Between.List(ArticleRow.Read, Ticks(filter.From) ?? long.MinValue, Ticks(filter.To?.AddDays(1)) ?? long.MaxValue))
            .Where(a => filter.Admits(a.Article)).Select(a => a.Key).ToList();
        return [.. (await LoadAsync(keys, cancellation)).OrderBy(a => a.Key)];
    }

    public ValueTask<LibraryContents> DescribeAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(CurrentCatalogue().Describe(filter));
    }

    public ValueTask<long> SequenceAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Use(connection => connection.Sequence.Number()) ?? 0);
    }

    public ValueTask<IReadOnlyList<ArticleChange>> ChangesAfterAsync(long sequence, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<ArticleChange>>(Use(connection => connection.Changes.List(
            row => new ArticleChange(
                row.GetInt64(0), ArticleId.Parse(row.GetString(1)),
                row.GetBoolean(3) ? ArticleChangeKind.Withdrawn : row.GetBoolean(2) ? ArticleChangeKind.Replaced : ArticleChangeKind.Added),
            sequence, most)));
    }

    /// <summary>The absolute paths of all roots indexed so far.</summary>
    public IReadOnlyList<string> Roots() => Query(SqliteArticleStore.RootsQuery, row => row.GetString(0));

    public int CountPassages() => Query("SELECT count(*) FROM passages", row => row.GetInt32(0))[0];

    /// <summary>What SQLite finds wrong with its file; empty when it is sound. Reads the whole file.</summary>
    public IReadOnlyList<string> Check()
    {
        try
        {
            return [.. Query("PRAGMA quick_check", row => row.GetString(0)).Where(finding => finding != "ok")];
        }
        catch (DataFolderException e)
        {
            // Damaged beyond what the check itself can read.
            return [e.Message];
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }

    private Catalogue CurrentCatalogue()
    {
        var version = Use(connection => connection.ChangeNumbers.List(row => row.GetString(0)))[0];
        if (_catalogue is { } known && known.Version == version) return known;
        return _catalogue = new Catalogue(version, Query(
            "SELECT published, published_flags, source, collection FROM articles ORDER BY key",
            row => new Catalogue.Entry(ArticleRow.ReadDate(row, 0), row.GetString(2), row.GetString(3))));
    }

    private static long? Ticks(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue).Ticks;

    private long Version()
    {
        using var connection = Database.OpenForReading(_folder);
        return Database.VersionOf(connection, _folder);
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> row) => Use(connection =>
    {
        using var statement = connection.Prepare(sql);
        return statement.List(row);
    });

    private T Use<T>(Func<ReadConnection, T> work)
    {
        if (!_idle.TryTake(out var connection)) connection = new ReadConnection(Database.OpenForReading(_folder));
        try
        {
            var result = work(connection);
            _idle.Add(connection);
            return result;
        }
        catch
        {
            // Whatever it ran into may be its own trouble; the next question gets a fresh one.
            connection.Dispose();
            throw;
        }
    }
}
