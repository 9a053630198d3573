using BriefingBot.Articles;
using BriefingBot.LuceneIndex;
using BriefingBot.Passages;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Term = Lucene.Net.Index.Term;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>The yardstick: what Lucene alone needs, when somebody else has cut the passages and found the terms.</summary>
internal static class PlainLucene
{
    private static readonly BM25Similarity Bm25 = new(0.9f, 0.4f);

    /// <summary>The passages of a corpus in memory: what is given to Lucene is not part of its time.</summary>
    public static List<(string Title, string Body)> Passages(string corpus) =>
        [.. ArticleReaders.All.Read(new ArticleFile(corpus, Path.GetFileName(corpus)), CancellationToken.None)
            .Select(read => read.Article).OfType<Article>()
            .SelectMany(article => PassageSplitter.Split(article).Select(passage => (article.Title, passage.Span.Of(article.Text))))];

    /// <summary>Adds all passages on all processors and commits.</summary>
    public static void Index(List<(string Title, string Body)> passages, string folder)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new EnglishAnalyzer(LuceneVersion.LUCENE_48))
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = LucenePassageWriter.BufferMegabytes,
            Similarity = Bm25,
        });
        using var fields = new ThreadLocal<(TextField Title, TextField Body)>(() => (new("title", "", Field.Store.NO), new("body", "", Field.Store.NO)));
        Parallel.ForEach(passages, passage =>
        {
            var (title, body) = fields.Value;
            title.SetStringValue(passage.Title);
            body.SetStringValue(passage.Body);
            writer.AddDocument([body, title]);
        });
        writer.Commit();
    }

    public static IndexSearcher Open(string folder) => new(DirectoryReader.Open(FSDirectory.Open(folder))) { Similarity = Bm25 };

    /// <summary>Any of the terms in body or title, the best 50.</summary>
    public static TopDocs Search(IndexSearcher searcher, IReadOnlyList<string> stems)
    {
        var any = new BooleanQuery();
        foreach (var stem in stems)
        {
            any.Add(new TermQuery(new Term("body", stem)), Occur.SHOULD);
            any.Add(new TermQuery(new Term("title", stem)), Occur.SHOULD);
        }

        return searcher.Search(any, 50);
    }
}
