namespace BriefingBot.SqliteStore;

/// <summary>The folder that holds everything the program keeps: the database, the search index, the writer's lock.</summary>
public sealed class DataFolder
{
    private DataFolder(string path) => FullPath = path;

    public string FullPath { get; }

    public string Database => Path.Combine(FullPath, "briefingbot.db");

    /// <summary>
    /// Inbox, conversations, feedback and channel settings. A file of its own: it must take messages within a second
    /// while articles are being indexed, and unlike those it cannot be made again.
    /// </summary>
    public string ChatDatabase => Path.Combine(FullPath, "chat.db");

    /// <summary>Folder of the derived search index; may be deleted at any time.</summary>
    public string Index => Path.Combine(FullPath, "index");

    /// <summary>Articles that were added from chats, a folder for each collection; deleting a file withdraws its articles.</summary>
    public string Uploads => Path.Combine(FullPath, "uploads");

    /// <summary>Names a data folder; nothing is read or made yet.</summary>
    public static DataFolder At(string path) => new(Path.GetFullPath(path));

    /// <summary>Makes the folder if need be.</summary>
    /// <exception cref="DataFolderException">It cannot be made.</exception>
    public DataFolder Create()
    {
        try
        {
            Directory.CreateDirectory(FullPath);
            return this;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
    }

    internal DataFolderException NotWritable(Exception e) => new(
        $"The data folder {FullPath} cannot be written ({e.Message.TrimEnd('.')}). Allow this user to write to it, or choose another folder with --data.", e);
}
