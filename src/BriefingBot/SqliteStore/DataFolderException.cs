using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>The data folder cannot be used; the message names it and says what to do.</summary>
public class DataFolderException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Puts what SQLite reports about its file into words.</summary>
    internal static DataFolderException From(SqliteException e, string database) => new(Explain(e, database), e);

    // Result codes: https://www.sqlite.org/rescode.html
    private static string Explain(SqliteException e, string database) => e.SqliteErrorCode switch
    {
        5 or 6 => $"{database} is in use by another program that does not let go of it. Close that program and try again.",
        8 or 23 => $"{database} is write-protected. Allow this user to write to it, or choose another folder with --data.",
        10 => $"Reading or writing {database} failed ({e.Message}). Check the disk.",
        11 => $"{database} is damaged ({e.Message}). Restore it from a backup, or delete it and index the folders again.",
        13 => $"The disk with {database} is full. Make room and index again; nothing that was finished is lost.",
        14 => $"{database} cannot be opened. Check that its folder exists and that this user may write to it, or choose another folder with --data.",
        26 => $"{database} is not a database of BriefingBot. Move it away, or choose another folder with --data.",
        _ => $"{database} cannot be used: {e.Message}",
    };
}
