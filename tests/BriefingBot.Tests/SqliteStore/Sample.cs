using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Passages;

namespace BriefingBot.Tests.SqliteStore;

/// <summary>Articles for tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Ingested = new(2021, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static Article Article(string id, string body = "The council voted on Monday. It met again on Tuesday.", string source = "The Harbour Times") => new()
    {
        Id = ArticleId.Parse(id),
        Title = $"About {id}",
        Source = source,
        Text = body,
        Blocks = [new Block(new TextSpan(0, body.Length), BlockKind.Body)],
    };

    public static NewVersion Version(Article article, string root = "/news", string file = "a.jsonl") => new(
        article, ContentHash.Of(article), new FileLocation(root, file), PassageSplitter.Split(article), CopySignature.Of(article), Ingested);

    public static long Put(this IArticleStore store, params Article[] articles)
    {
        using var transaction = store.Begin();
        var last = 0L;
        foreach (var article in articles) last = transaction.Put(Version(article));
        transaction.Commit();
        return last;
    }
}
