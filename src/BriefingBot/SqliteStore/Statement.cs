using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>
/// A statement that is compiled once and run many times, with parameters ?1, ?2 and so on. What SQLite reports about
/// its file comes out as a <see cref="DataFolderException"/> that names it.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public void Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        Explained(_command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row, or null when there is no row.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Explained(_command.ExecuteScalar) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    }

    public List<T> List<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values) => [.. Each(row, values)];

    /// <summary>The rows as they are asked for; the statement must not be run again before the last.</summary>
    public IEnumerable<T> Each<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Rows(row);
    }

    public void Dispose() => _command.Dispose();

    private IEnumerable<T> Rows<T>(Func<SqliteDataReader, T> row)
    {
        using var reader = Explained(_command.ExecuteReader);
        Func<bool> next = reader.Read;
        while (Explained(next)) yield return row(reader);
    }

    private T Explained<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SqliteException e)
        {
            throw DataFolderException.From(e, _command.Connection!.DataSource);
        }
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == _command.Parameters.Count) _command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i + 1}") });
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
