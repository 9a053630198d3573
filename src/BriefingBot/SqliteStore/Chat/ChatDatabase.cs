using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>
/// The database of the chat core: one connection, one caller at a time. Its transactions are a few rows each, so taking
/// turns costs less than keeping connections.
/// </summary>
public sealed class ChatDatabase : IDisposable
{
    /// <summary>Number of the newest script in Schema/.</summary>
    public const int SchemaVersion = 9;

    private readonly Lock _turn = new();
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private ChatDatabase(string path, SqliteConnection connection) => (_path, _connection) = (path, connection);

    /// <summary>Opens the database, made or brought to the current schema if need be. Several processes may have it open.</summary>
    /// <exception cref="DataFolderException">It cannot be used.</exception>
    public static ChatDatabase Open(DataFolder folder)
    {
        var path = folder.Create().ChatDatabase;
        var connection = new SqliteConnection(Database.ConnectionString(path, SqliteOpenMode.ReadWriteCreate));
        try
        {
            connection.Open();
            var database = new ChatDatabase(path, connection);
            // FULL: what was acknowledged also survives a power cut.
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute("PRAGMA synchronous = FULL");
            var version = database.Number("PRAGMA user_version") ?? 0;
            if (version > SchemaVersion) throw new DataFolderException($"{path} was written by a newer version of BriefingBot (schema {version}; this one knows {SchemaVersion}). Update BriefingBot.");
            if (version < SchemaVersion) Database.Migrate(path, name => name.StartsWith("chat/", StringComparison.Ordinal));
            return database;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException sqlite) throw DataFolderException.From(sqlite, path);
            throw;
        }
    }

    /// <summary>Does all of it or nothing.</summary>
    internal ValueTask<T> WriteAsync<T>(Func<T> work, CancellationToken cancellation) => UseAsync(
        () =>
        {
            // Immediate: a process that writes meanwhile is waited for here, and nowhere later.
            Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work();
                Execute("COMMIT");
                return result;
            }
            catch
            {
                Rollback();
                throw;
            }
        },
        cancellation);

    internal ValueTask<T> UseAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_turn)
        {
            try
            {
                return ValueTask.FromResult(work());
            }
            catch (SqliteException e)
            {
                throw DataFolderException.From(e, _path);
            }
        }
    }

    /// <summary>For use inside <see cref="UseAsync"/> and <see cref="WriteAsync"/> only.</summary>
    internal void Execute(string sql, params ReadOnlySpan<object?> values) => Statement(sql).Execute(values);

    internal long? Number(string sql, params ReadOnlySpan<object?> values) => Statement(sql).Number(values);

    internal List<T> List<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values) => Statement(sql).List(row, values);

    /// <summary>Whether the last statement changed a row.</summary>
    internal bool Changed() => Number("SELECT changes()") > 0;

    public void Dispose()
    {
        lock (_turn) _connection.Dispose();
    }

    private Statement Statement(string sql) => _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = new Statement(_connection, sql);

    private void Rollback()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some failures (disk full) have rolled back already.
        }
    }
}
