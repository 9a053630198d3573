using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

/// <summary>Article files in a folder that goes away with the test.</summary>
internal sealed class DeliveredFiles : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Root => _folder.FullPath;

    public string PathOf(string relative) => _folder.PathOf(relative);

    public ArticleFile Write(string relative, string text) => new(_folder.Write(relative, text), relative);

    public ArticleFile Write(string relative, byte[] bytes) => new(_folder.Write(relative, bytes), relative);

    public FolderContents List() => ArticleFolder.List(Root, ArticleReaders.All, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}

internal static class Reading
{
    public static List<ReadResult> ReadAll(this ArticleFile file) => [.. ArticleReaders.All.Read(file, CancellationToken.None)];

    public static Article ReadOne(this ArticleFile file)
    {
        var result = Assert.Single(file.ReadAll());
        Assert.True(result.Problem is null, result.Problem?.ToString());
        return result.Article!;
    }

    public static ReadProblem ReadProblem(this ArticleFile file)
    {
        var result = Assert.Single(file.ReadAll());
        Assert.Null(result.Article);
        return result.Problem!;
    }

    public static IEnumerable<string> Of(this Article article, BlockKind kind) =>
        article.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.Of(article.Text));
}
