using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using BriefingBot.SqliteStore.Chat;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.SqliteStore;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempDataFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_second_writer_is_told_who_holds_the_folder_and_since_when()
    {
        using var first = _temp.OpenStore();

        var refusal = Assert.ThrowsAny<DataFolderException>(() => _temp.OpenStore());

        Assert.Contains($"process {Environment.ProcessId}, since 2021-03-04 05:06:07 UTC", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(_temp.Folder.FullPath, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_writer_gets_in_when_the_first_has_closed()
    {
        _temp.OpenStore().Dispose();
        _temp.OpenStore().Dispose();
    }

    [Fact]
    public void A_writer_that_could_not_open_the_database_does_not_keep_the_lock()
    {
        _temp.Folder.Create();
        File.WriteAllText(_temp.Folder.Database, new string('x', 5000));
        Assert.ThrowsAny<DataFolderException>(() => _temp.OpenStore());
        File.Delete(_temp.Folder.Database);

        _temp.OpenStore().Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        using var temp = new TempFolder();
        var folder = DataFolder.At(Path.Combine(temp.Write("file", "in the way"), "data"));

        var refusal = Assert.ThrowsAny<DataFolderException>(() => SqliteArticleStore.Open(folder, _temp.Time));

        Assert.Contains($"{folder.FullPath} cannot be written", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_by_writer_and_reader()
    {
        _temp.Folder.Create();
        File.WriteAllText(_temp.Folder.Database, new string('x', 5000));

        Assert.Contains("is not a database of BriefingBot", Assert.Throws<DataFolderException>(() => _temp.OpenStore()).Message, StringComparison.Ordinal);
        Assert.Contains("is not a database of BriefingBot", Assert.Throws<DataFolderException>(() => _temp.OpenLibrary()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_from_a_newer_version_is_left_alone()
    {
        _temp.OpenStore().Dispose();
        using (var connection = new SqliteConnection($"Data Source={_temp.Folder.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("newer version", Assert.Throws<DataFolderException>(() => _temp.OpenStore()).Message, StringComparison.Ordinal);
        Assert.Contains("newer version", Assert.Throws<DataFolderException>(() => _temp.OpenLibrary()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_from_before_collections_gets_them_from_its_files_and_reads_the_files_again()
    {
        using (var store = _temp.OpenStore())
        using (var transaction = store.Begin())
        {
            transaction.Put(Sample.Version(Sample.Article("a"), file: "politics/2021/a.md"));
            transaction.Put(Sample.Version(Sample.Article("b"), file: "b.md"));
            transaction.SetStamp(new FileLocation("/news", "b.md"), new FileStamp(1, 2));
            transaction.Commit();
        }

        using (var connection = new SqliteConnection($"Data Source={_temp.Folder.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE feed_items; DROP TABLE feeds; DROP INDEX withdrawals_id; ALTER TABLE withdrawals DROP COLUMN id; ALTER TABLE articles DROP COLUMN collection; DELETE FROM SchemaVersions WHERE ScriptName >= '002'; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        using var library = _temp.OpenLibrary();
        using var upgraded = _temp.OpenStore();

        Assert.Equal(
            [("a", "politics"), ("b", "default")],
            (await library.ListAsync(CancellationToken.None).ToListAsync()).Select(s => (s.Article.Id.Value, s.Article.Collection)).Order());
        Assert.Empty(upgraded.Stamps());
    }

    [Fact]
    public void Reading_before_anything_is_indexed_says_so()
    {
        var refusal = Assert.Throws<DataFolderException>(() => _temp.OpenLibrary());

        Assert.Contains($"Nothing has been indexed into {_temp.Folder.FullPath} yet", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temp.Folder.FullPath));
    }

    [Theory]
    [InlineData(13, "The disk with /d/briefingbot.db is full")]
    [InlineData(8, "/d/briefingbot.db is write-protected")]
    [InlineData(11, "/d/briefingbot.db is damaged")]
    [InlineData(5, "/d/briefingbot.db is in use by another program")]
    [InlineData(19, "/d/briefingbot.db cannot be used: some failure")]
    public void Failures_of_the_database_say_which_file_and_what_to_do(int code, string start)
    {
        var explained = DataFolderException.From(new SqliteException("some failure", code), "/d/briefingbot.db");

        Assert.StartsWith(start, explained.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Database.SchemaVersion)]
    [InlineData("chat/", ChatDatabase.SchemaVersion)]
    public void Every_schema_script_is_numbered_in_order_and_the_last_is_the_current_version(string prefix, int version)
    {
        var scripts = typeof(DataFolder).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && n.StartsWith("chat/", StringComparison.Ordinal) == prefix.Length > 0)
            .Select(n => n[prefix.Length..]).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(Enumerable.Range(1, scripts.Count), scripts.Select(name => int.Parse(name[..3])));
        Assert.StartsWith($"{version:000}_", scripts[^1], StringComparison.Ordinal);
    }
}
