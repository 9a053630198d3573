namespace BriefingBot.Articles;

/// <summary>The reading side of the system of record.</summary>
public interface IArticleLibrary
{
    /// <summary>The articles with these keys, in no given order; keys withdrawn meanwhile are left out.</summary>
    ValueTask<IReadOnlyList<StoredArticle>> LoadAsync(IReadOnlyCollection<long> keys, CancellationToken cancellation);

    /// <summary>The current version of an article, or null.</summary>
    ValueTask<StoredArticle?> FindAsync(ArticleId id, CancellationToken cancellation);

    /// <summary>Every current article, newest first, undated last; texts are left empty.</summary>
    IAsyncEnumerable<StoredArticle> ListAsync(CancellationToken cancellation);

    /// <summary>Every current article that passes the filter, with its text, by key; undated ones only where the filter has them.</summary>
    ValueTask<IReadOnlyList<StoredArticle>> WithinAsync(ArticleFilter filter, CancellationToken cancellation);

    /// <summary>What is held of the articles that pass the filter: for the scope line, source names and <c>doctor</c>.</summary>
    ValueTask<LibraryContents> DescribeAsync(ArticleFilter filter, CancellationToken cancellation);

    /// <summary>The number of the last committed change; 0 before the first.</summary>
    ValueTask<long> SequenceAsync(CancellationToken cancellation);

    /// <summary>What became of articles after a change number, in the order of their last changes.</summary>
    ValueTask<IReadOnlyList<ArticleChange>> ChangesAfterAsync(long sequence, int most, CancellationToken cancellation);
}

/// <summary>Counts over current articles.</summary>
/// <param name="Sources">Distinct outlets with their article counts, most first.</param>
public sealed record LibraryContents(
    int Articles, int Undated, ArticleDate? Oldest, ArticleDate? Newest, IReadOnlyList<SourceCount> Sources)
{
    /// <summary>Distinct collections with their article counts, by name.</summary>
    public IReadOnlyList<CollectionCount> Collections { get; init; } = [];
}

public readonly record struct SourceCount(string Source, int Articles);

public readonly record struct CollectionCount(string Collection, int Articles);
