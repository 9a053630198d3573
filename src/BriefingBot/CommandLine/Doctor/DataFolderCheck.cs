using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Looks at the data folder, its lock and its database.</summary>
internal static class DataFolderCheck
{
    private const string FolderCheck = "Data folder";
    private const string DatabaseCheck = "Database";

    public static Finding Folder(DataFolder folder, TimeProvider time)
    {
        if (!Directory.Exists(folder.FullPath))
        {
            return Finding.Notice(FolderCheck, $"{folder.FullPath} is not there yet.", "Nothing to do: the first 'ask' or 'index' makes it.");
        }

        try
        {
            // Taking the lock writes into the folder, so both are seen at once.
            WriterLock.Take(folder, time).Dispose();
            return Finding.Good(FolderCheck, $"{folder.FullPath} is writable and not in use by another writer.");
        }
        catch (DataFolderBusyException busy)
        {
            return Finding.Notice(FolderCheck, busy.Message, "Questions are answered meanwhile from what is committed.");
        }
        catch (DataFolderException e)
        {
            return Finding.Problem(FolderCheck, e.Message, "Allow this user to write there, or choose another folder with --data.", ExitCode.DataFolder);
        }
    }

    /// <summary>Reads the whole database.</summary>
    public static Finding Database(Session session, DataFolder folder)
    {
        if (!File.Exists(folder.Database)) return Finding.Notice(DatabaseCheck, "There is none yet.", "Index a folder of articles: 'index PATH'.");
        try
        {
            var findings = session.Get<SqliteArticleLibrary>().Check();
            return findings.Count == 0
                ? Finding.Good(DatabaseCheck, $"{folder.Database} is sound.")
                : Damaged(folder, string.Join("; ", findings.Take(3)));
        }
        catch (DataFolderException e)
        {
            return Damaged(folder, e.Message);
        }
    }

    private static Finding Damaged(DataFolder folder, string how) => Finding.Problem(
        DatabaseCheck, how, $"Restore {folder.Database} from a backup, or move it away and index your folders again.", ExitCode.DataFolder);
}
