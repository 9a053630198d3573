using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed partial class ArticleFolderTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();
    private readonly DeliveredFiles _elsewhere = new();

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void Files_come_in_ordinal_order_and_what_is_no_article_is_skipped_and_counted()
    {
        foreach (var name in (string[])["b.txt", "a/z.md", "B.txt", "a.txt", "a/b/c.HTML", "README.md", "readme.txt", "image.png", ".hidden.txt", ".git/x.txt"]) _folder.Write(name, "x");

        var contents = _folder.List();

        Assert.Equal(["B.txt", "a.txt", "a/b/c.HTML", "a/z.md", "b.txt"], contents.Files.Select(f => f.RelativePath));
        Assert.All(contents.Files, f => Assert.True(File.Exists(f.FullPath)));
        Assert.Equal(4, contents.Skipped);
        Assert.Empty(contents.Problems);
        Assert.True(contents.Complete);
    }

    [Fact]
    public void A_single_file_is_a_root_too()
    {
        var file = _folder.Write("deep/README.md", "# Ferries\n\nThey sail.");

        Assert.Equal([file with { RelativePath = "README.md" }], ArticleFolder.List(file.FullPath, ArticleReaders.All, CancellationToken.None).Files);
    }

    [Fact]
    public void A_file_of_an_unknown_kind_named_by_itself_is_a_problem()
    {
        Assert.Contains("known are .atom", _folder.Write("a.docx", "x").ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_not_there_is_an_error()
    {
        Assert.Throws<DirectoryNotFoundException>(() => ArticleFolder.List(_folder.PathOf("none"), ArticleReaders.All, CancellationToken.None));
    }

    [Fact]
    public void Links_that_lead_out_of_the_root_are_problems()
    {
        var outside = _elsewhere.Write("secret.txt", "x");
        File.CreateSymbolicLink(_folder.PathOf("file.txt"), outside.FullPath);
        Directory.CreateSymbolicLink(_folder.PathOf("folder"), _elsewhere.Root);
        File.CreateSymbolicLink(_folder.PathOf("gone.txt"), _folder.PathOf("nothing.txt"));
        File.CreateSymbolicLink(_folder.PathOf("turning.txt"), _folder.PathOf("turning.txt"));

        var contents = _folder.List();

        Assert.Empty(contents.Files);
        Assert.Equal(["file.txt", "folder", "gone.txt", "turning.txt"], contents.Problems.Select(p => p.File));
        Assert.Contains("out of the folder", contents.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("not there", contents.Problems[2].Reason, StringComparison.Ordinal);
        Assert.Contains("circle", contents.Problems[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_inside_the_root_are_followed_once_and_loops_end()
    {
        _folder.Write("a/one.txt", "x");
        _folder.Write(".store/two.txt", "x");
        Directory.CreateSymbolicLink(_folder.PathOf("a/loop"), _folder.Root);
        Directory.CreateSymbolicLink(_folder.PathOf("again"), _folder.PathOf("a"));
        File.CreateSymbolicLink(_folder.PathOf("copy.txt"), _folder.PathOf("a/one.txt"));
        File.CreateSymbolicLink(_folder.PathOf("two.txt"), _folder.PathOf(".store/two.txt"));

        var contents = _folder.List();

        Assert.Equal(["a/one.txt", "two.txt"], contents.Files.Select(f => f.RelativePath));
        Assert.Empty(contents.Problems);
        Assert.NotNull(contents.Files[1].ReadOne());
    }

    [Fact]
    public void A_root_that_is_itself_a_link_is_followed()
    {
        _folder.Write("one.txt", "x");
        var link = _elsewhere.PathOf("link");
        Directory.CreateSymbolicLink(link, _folder.Root);

        var contents = ArticleFolder.List(link, ArticleReaders.All, CancellationToken.None);

        Assert.Equal(["one.txt"], contents.Files.Select(f => f.RelativePath));
        Assert.Empty(contents.Problems);
    }

    [Fact]
    public void A_folder_that_may_not_be_listed_makes_the_listing_incomplete()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        _folder.Write("a/one.txt", "x");
        var mode = File.GetUnixFileMode(_folder.PathOf("a"));
        File.SetUnixFileMode(_folder.Root, mode);
        File.SetUnixFileMode(_folder.PathOf("a"), UnixFileMode.None);

        var contents = AsNobody(_folder.List);

        File.SetUnixFileMode(_folder.PathOf("a"), mode);
        Assert.False(contents.Complete);
        Assert.Equal("a", Assert.Single(contents.Problems).File);
    }

    /// <summary>The superuser may list everything, so that a test run as root steps down for the call, on this thread alone (setfsuid(2)).</summary>
    private static T AsNobody<T>(Func<T> call)
    {
        const uint nobody = 65534;
        if (!Environment.IsPrivilegedProcess) return call();
        _ = SetFileSystemUser(nobody);
        try
        {
            return call();
        }
        finally
        {
            _ = SetFileSystemUser(0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
