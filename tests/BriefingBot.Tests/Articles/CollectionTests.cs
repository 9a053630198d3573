namespace BriefingBot.Tests.Articles;

public sealed class CollectionTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.txt", "default")]
    [InlineData("politics/a.txt", "politics")]
    [InlineData("politics/2024/a.txt", "politics")]
    public void An_article_belongs_to_the_top_folder_below_the_root(string path, string collection) =>
        Assert.Equal(collection, _folder.Write(path, "Ferries sail\n\nThe ferries sail again on Monday.").ReadOne().Collection);

    [Fact]
    public void What_the_file_states_counts_more_than_its_folder()
    {
        Assert.Equal("ports", _folder.Write("politics/a.md", "---\ncollection: ports\n---\nThe ferries sail again.").ReadOne().Collection);
        Assert.Equal("ports", _folder.Write("politics/a.jsonl", """{"collection":" ports ","text":"The ferries sail again."}""").ReadOne().Collection);
        Assert.Equal("politics", _folder.Write("politics/b.jsonl", """{"collection":"","text":"The ferries sail again."}""").ReadOne().Collection);
    }
}
