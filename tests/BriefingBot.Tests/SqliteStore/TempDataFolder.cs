using BriefingBot.SqliteStore;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.SqliteStore;

/// <summary>A data folder that goes away with the test.</summary>
internal sealed class TempDataFolder : IDisposable
{
    private readonly TempFolder _parent = new();

    public TempDataFolder() => Folder = DataFolder.At(_parent.PathOf("data"));

    public DataFolder Folder { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public SqliteArticleStore OpenStore() => SqliteArticleStore.Open(Folder, Time);

    public SqliteArticleLibrary OpenLibrary() => SqliteArticleLibrary.Open(Folder, Time);

    /// <summary>What a killed process leaves behind: the files as they are now, without its locks and memory.</summary>
    public TempDataFolder CopyAsAfterKill()
    {
        var copy = new TempDataFolder();
        copy.Folder.Create();
        foreach (var file in Directory.EnumerateFiles(Folder.FullPath, "briefingbot.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy.Folder.FullPath, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Overwrites pages in the middle of the database, behind those that are read when it is opened.</summary>
    public void Damage()
    {
        using var file = File.OpenWrite(Folder.Database);
        file.Seek(4096 * 20, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0xA5, 4096 * 40).ToArray());
    }

    public void Dispose() => _parent.Dispose();
}
