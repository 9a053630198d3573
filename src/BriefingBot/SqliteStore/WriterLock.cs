using System.Globalization;

namespace BriefingBot.SqliteStore;

/// <summary>
/// Held by the one process that may write to a data folder, from opening to disposing. The operating system lets go
/// of it when the process dies, so there are no stale locks. Readers need none.
/// </summary>
public sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderBusyException">Another writer holds the folder.</exception>
    /// <exception cref="DataFolderException">It cannot be written.</exception>
    public static WriterLock Take(DataFolder folder, TimeProvider time)
    {
        folder.Create();
        var (path, holder) = (Path.Combine(folder.FullPath, "writer.lock"), Path.Combine(folder.FullPath, "writer.txt"));
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                // In a file of its own, because nobody else can read a locked one.
                File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"));
                return new WriterLock(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new DataFolderBusyException(
                $"Another BriefingBot ({Describe(holder)}) is indexing into {folder.FullPath}. Wait for it, or choose another folder with --data.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw folder.NotWritable(e);
        }
    }

    public void Dispose() => _file.Dispose();

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, which is 11 on Linux and 35 on macOS.
    private static bool IsHeldByAnother(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string Describe(string holder)
    {
        try
        {
            return File.ReadAllText(holder);
        }
        catch (IOException)
        {
            return "process unknown";
        }
    }
}
