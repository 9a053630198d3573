using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Indexing;

/// <summary>A read article with everything computed from it that needs no other article.</summary>
/// <param name="Passages">Empty when the stored version has the same hash.</param>
/// <param name="Signature">Null when the stored version has the same hash.</param>
internal sealed record PreparedArticle(ReadResult Read, UInt128 Hash, IReadOnlyList<Passage> Passages, CopySignature? Signature)
{
    public static PreparedArticle Of(SourceFile file, ReadResult read, IReadOnlyDictionary<ArticleId, StoredVersion> versions)
    {
        if (read.Article is not { } article) return new PreparedArticle(read, default, [], null);
        try
        {
            var hash = ContentHash.Of(article);
            return versions.TryGetValue(article.Id, out var stored) && stored.Hash == hash
                ? new PreparedArticle(read, hash, [], null)
                : new PreparedArticle(read, hash, PassageSplitter.Split(article), CopySignature.Of(article));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader that hands out broken offsets must not stop the others' articles.
            var problem = ReadResult.Failed(file.File, read.Line, $"article '{article.Id}' cannot be processed: {e.Message}");
            return new PreparedArticle(problem, default, [], null);
        }
    }
}
