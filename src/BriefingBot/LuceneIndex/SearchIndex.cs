using BriefingBot.SqliteStore;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace BriefingBot.LuceneIndex;

/// <summary>Opens the data folder's search index for reading.</summary>
internal static class SearchIndex
{
    /// <exception cref="DataFolderException">There is none, or it is damaged.</exception>
    public static LucenePassageSearch Open(DataFolder folder)
    {
        try
        {
            return new LucenePassageSearch(folder.Index);
        }
        catch (Exception missing) when (missing is IndexNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFolderException($"There is no search index in {folder.FullPath} yet. Wait for the indexing to finish, or start it with 'index'.", missing);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Damaged(folder, damage);
        }
    }

    /// <summary>The store's change number the index stands at; 0 when there is none of the current format.</summary>
    public static long Sequence(DataFolder folder)
    {
        using var directory = FSDirectory.Open(folder.Index);
        return LucenePassageWriter.CommittedSequence(directory);
    }

    /// <summary>Reads every file of the index and compares checksums; null when all are as they were written.</summary>
    public static string? Damage(DataFolder folder)
    {
        if (!System.IO.Directory.Exists(folder.Index)) return null;
        try
        {
            using var directory = FSDirectory.Open(folder.Index);
            if (!DirectoryReader.IndexExists(directory)) return null;
            using var reader = DirectoryReader.Open(directory);
            foreach (var segment in reader.Leaves) segment.AtomicReader.CheckIntegrity();
            return null;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged(folder, damage).Message;
        }
    }

    /// <summary>What Lucene throws over files that are cut off, overwritten or gone.</summary>
    public static bool IsDamage(Exception e) => e is IOException or CorruptIndexException or IndexOutOfRangeException or ArgumentException;

    public static DataFolderException Damaged(DataFolder folder, Exception damage) =>
        new($"The search index {folder.Index} is damaged ({damage.Message.TrimEnd('.')}). Make it again from the stored articles with 'index --rebuild'.", damage);
}
