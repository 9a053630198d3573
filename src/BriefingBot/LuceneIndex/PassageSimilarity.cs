using Lucene.Net.Search.Similarities;

namespace BriefingBot.LuceneIndex;

internal static class PassageSimilarity
{
    /// <summary>
    /// BM25 with the values that Anserini's reproductions use for passages (k1 0.9, b 0.4): passages are of nearly
    /// even length, so length says little.
    /// </summary>
    public static Similarity Instance { get; } = new BM25Similarity(0.9f, 0.4f);
}
