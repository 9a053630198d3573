using System.Reflection;
using DbUp;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>Opens the database of a data folder, in the current schema.</summary>
internal static class Database
{
    /// <summary>Number of the newest script in Schema/; each script sets the database's user_version to its own.</summary>
    public const int SchemaVersion = 4;

    /// <summary>For the holder of the writer's lock: makes the database or brings it to the current schema first.</summary>
    public static SqliteConnection OpenForWriting(DataFolder folder) =>
        Open(folder, SqliteOpenMode.ReadWriteCreate, connection =>
        {
            // Readers go on while one writes (https://www.sqlite.org/wal.html). FULL also survives a power cut: one
            // more flush per batch, which is nothing beside the batch's reading and indexing.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32000");
            if (VersionOf(connection, folder) < SchemaVersion) Migrate(folder.Database, name => char.IsAsciiDigit(name[0]));
        });

    public static SqliteConnection OpenForReading(DataFolder folder) =>
        Open(folder, SqliteOpenMode.ReadWrite, connection => Execute(connection, "PRAGMA query_only = ON"));

    /// <exception cref="DataFolderException">The database is from a newer program.</exception>
    public static long VersionOf(SqliteConnection connection, DataFolder folder)
    {
        using var statement = new Statement(connection, "PRAGMA user_version");
        var version = statement.Number() ?? 0;
        return version <= SchemaVersion
            ? version
            : throw new DataFolderException(
                $"{folder.Database} was written by a newer version of BriefingBot (schema {version}; this one knows {SchemaVersion}). Update BriefingBot, or choose another folder with --data.");
    }

    private static SqliteConnection Open(DataFolder folder, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(ConnectionString(folder.Database, mode));
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException sqlite) throw DataFolderException.From(sqlite, folder.Database);
            throw;
        }
    }

    /// <summary>DbUp is only loaded when there is something to do: its first use costs about 27 ms.</summary>
    internal static void Migrate(string database, Func<string, bool> isScript)
    {
        var result = DeployChanges.To.SqliteDatabase(ConnectionString(database, SqliteOpenMode.ReadWrite))
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal) && isScript(name))
            .WithTransaction()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful) throw new DataFolderException($"{database} cannot be brought to the current schema: {result.Error.Message}", result.Error);
    }

    internal static string ConnectionString(string database, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = database,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = 10,
        Pooling = false,
    }.ToString();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Execute();
    }
}
