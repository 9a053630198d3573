using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Tests.Indexing;

/// <summary>Roots and files in memory; for stamps there is a real file when a test writes one.</summary>
internal sealed class FakeFiles
{
    private readonly Dictionary<string, SortedDictionary<string, List<object>>> _roots = [];
    private int _reads;

    public int Reads => _reads;

    /// <summary>Called when a file is opened; throws to play a failure.</summary>
    public Action<string> Opening { get; set; } = _ => { };

    public static string Root(string name) => Path.Combine(Path.GetTempPath(), "briefingbot-no-such-folder", name);

    /// <summary>Sets what a file holds: articles, and problems as strings.</summary>
    public void Write(string root, string file, params object[] contents)
    {
        if (!_roots.TryGetValue(root, out var files)) _roots[root] = files = new(StringComparer.Ordinal);
        files[file] = [.. contents];
    }

    public void Delete(string root, string file) => _roots[root].Remove(file);

    public void DeleteRoot(string root) => _roots.Remove(root);

    public RootListing List(string root, CancellationToken cancellation) => _roots.TryGetValue(root, out var files)
        ? new RootListing(true, [.. files.Keys.Select(file => new ArticleFile(Path.Combine(root, file), file))], [])
        : RootListing.Unreadable(root, "is missing");

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        Opening(file.RelativePath);
        var root = _roots.Keys.Single(r => file.FullPath == Path.Combine(r, file.RelativePath));
        foreach (var (line, content) in _roots[root][file.RelativePath].Index())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return content switch
            {
                Article article => ReadResult.Of(article, line + 1),
                string problem => ReadResult.Failed(file, line + 1, problem),
                _ => throw (Exception)content,
            };
        }
    }
}
