using BriefingBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace BriefingBot.LuceneIndex;

/// <summary>BM25 over body and title with phrase evidence; filter and recency prior are applied while collecting.</summary>
public sealed class LucenePassageSearch : IPassageSearch, IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly SearcherManager _searchers;

    public LucenePassageSearch(string folder)
    {
        _directory = FSDirectory.Open(folder);
        _searchers = new SearcherManager(_directory, new SimilaritySearcherFactory());
    }

    public IReadOnlyList<PassageHit> Search(PassageQuery query)
    {
        // Whoever has committed since, for other processes index, too, and do not say so.
        _searchers.MaybeRefreshBlocking();
        return Use(searcher =>
        {
            var collector = new PassageCollector(query);
            searcher.Search(query.Terms.Count == 0 ? new MatchAllDocsQuery() : ToLucene(query), collector);
            return collector.Hits();
        });
    }

    public IReadOnlyList<float> Rarity(IReadOnlyList<string> stems) => Use<IReadOnlyList<float>>(searcher =>
    {
        // With the removed ones that are not merged away yet: the frequencies below count them too.
        var passages = Math.Max(RankingWeights.SmallestCollection, searcher.IndexReader.MaxDoc);
        return [.. stems.Select(stem => Idf(searcher.IndexReader, stem, passages))];
    });

    public void Dispose()
    {
        _searchers.Dispose();
        _directory.Dispose();
    }

    private static float Idf(IndexReader reader, string stem, int passages)
    {
        var frequency = Math.Max(
            reader.DocFreq(new Term(PassageDocument.Body, stem)), reader.DocFreq(new Term(PassageDocument.Title, stem)));
        return (float)Math.Log(1 + ((passages - frequency + 0.5) / (frequency + 0.5)));
    }

    private static BooleanQuery ToLucene(PassageQuery query)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in query.Terms)
        {
            any.Add(Weighted(new TermQuery(new Term(PassageDocument.Body, term.Stem)), term.Weight), Occur.SHOULD);
            any.Add(Weighted(new TermQuery(new Term(PassageDocument.Title, term.Stem)), term.Weight * RankingWeights.Title), Occur.SHOULD);
        }

        foreach (var pair in query.Pairs)
        {
            var phrase = new PhraseQuery { Slop = RankingWeights.PairSlop };
            phrase.Add(new Term(PassageDocument.Body, pair.First));
            phrase.Add(new Term(PassageDocument.Body, pair.Second));
            any.Add(Weighted(phrase, pair.Weight), Occur.SHOULD);
        }

        return any;
    }

    private static Query Weighted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }

    private T Use<T>(Func<IndexSearcher, T> work)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return work(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private sealed class SimilaritySearcherFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = PassageSimilarity.Instance };
    }
}
