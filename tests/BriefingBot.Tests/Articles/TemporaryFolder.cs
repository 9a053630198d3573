using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

/// <summary>A folder of article files that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("articles-").FullName;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public ArticleFile Write(string relative, string text) => Write(relative, Encoding.UTF8.GetBytes(text));

    public ArticleFile Write(string relative, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), bytes);
        return new ArticleFile(PathOf(relative), relative);
    }

    public FolderContents List() => ArticleFolder.List(Root, ArticleReaders.All, CancellationToken.None);

    public void Dispose() => Directory.Delete(Root, recursive: true);
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
