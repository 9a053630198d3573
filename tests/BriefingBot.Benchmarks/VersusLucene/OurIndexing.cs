using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.LuceneIndex;
using BriefingBot.SqliteStore;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>The whole pipeline as the <c>index</c> verb runs it: read, split, hash, sign, store, index, group copies.</summary>
internal static class OurIndexing
{
    public static async Task<IndexingReport> RunAsync(string corpus, DataFolder data)
    {
        using var store = SqliteArticleStore.Open(data, TimeProvider.System);
        using var index = new LucenePassageWriter(data.Index);
        return await new IndexingPipeline(List, ArticleReaders.All.Read, store, index, TimeProvider.System)
            .RunAsync([corpus], IndexingMode.Full, progress: null, CancellationToken.None);
    }

    private static RootListing List(string root, CancellationToken cancellation)
    {
        var contents = ArticleFolder.List(root, ArticleReaders.All, cancellation);
        return new RootListing(Readable: true, contents.Files, contents.Problems);
    }
}
