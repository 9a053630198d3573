using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>A connection with the statements that answer questions, compiled once and used by one caller at a time.</summary>
internal sealed class ReadConnection(SqliteConnection connection) : IDisposable
{
    // CROSS JOIN keeps SQLite from turning the order round: few keys, each looked up.
    public Statement Load { get; } = new(connection, $"""
        SELECT {ArticleRow.ColumnsWithText} FROM json_each(?1) k
        CROSS JOIN articles a ON a.key = k.value
        CROSS JOIN texts t ON t.article = a.key
        """);

    public Statement Find { get; } = new(
        connection, $"SELECT {ArticleRow.ColumnsWithText} FROM articles a JOIN texts t ON t.article = a.key WHERE a.id = ?1");

    /// <summary>Without texts; from the first instant on, before the second, and the undated.</summary>
    public Statement Between { get; } = new(
        connection, $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.published IS NULL OR (a.published >= ?1 AND a.published < ?2)");

    /// <summary>Changes with every addition, replacement and withdrawal.</summary>
    public Statement ChangeNumbers { get; } = new(
        connection, "SELECT coalesce((SELECT max(key) FROM articles), 0) || '/' || coalesce((SELECT max(sequence) FROM withdrawals), 0)");

    public Statement Sequence { get; } = new(
        connection, "SELECT max(coalesce((SELECT max(key) FROM articles), 0), coalesce((SELECT max(sequence) FROM withdrawals), 0))");

    public Statement Changes { get; } = new(connection, """
        SELECT a.key, a.id, EXISTS (SELECT 1 FROM withdrawals w WHERE w.id = a.id), 0 FROM articles a WHERE a.key > ?1
        UNION ALL
        SELECT max(w.sequence), w.id, 0, 1 FROM withdrawals w
        WHERE w.sequence > ?1 AND w.id <> '' AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = w.id) GROUP BY w.id
        ORDER BY 1 LIMIT ?2
        """);

    public Statement Prepare(string sql) => new(connection, sql);

    public void Dispose() => connection.Dispose();
}
