using System.IO.Hashing;
using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Tells a changed article from an unchanged one: XXH3 with 128 bits over every field that was read.</summary>
public static class ContentHash
{
    /// <summary>
    /// Part of every hash. Raise it when passages or signatures are computed differently: every article then counts
    /// as changed and the next run computes them anew.
    /// </summary>
    private const long Version = 1;

    public static UInt128 Of(Article article)
    {
        var hash = new XxHash128(Version);
        Append(hash, article.Id.Value);
        Append(hash, article.Title);
        Append(hash, article.Source);
        Append(hash, article.Author);
        Append(hash, article.Published);
        Append(hash, article.Updated);
        Append(hash, article.Url);
        Append(hash, article.Language);
        Append(hash, article.Collection);
        Append(hash, article.Text);
        foreach (var block in article.Blocks)
        {
            Append(hash, [block.Span.Start, block.Span.End, (int)block.Kind]);
        }

        return hash.GetCurrentHashAsUInt128();
    }

    /// <summary>The length goes first so that text cannot move from one field to the next unnoticed.</summary>
    private static void Append(XxHash128 hash, string text)
    {
        Append(hash, [text.Length]);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(XxHash128 hash, ArticleDate? date) => Append(hash, date is null
        ? [-1L]
        : [date.Instant.UtcTicks, date.DateOnly ? 1 : 0, date.Inferred ? 1 : 0]);

    private static void Append(XxHash128 hash, ReadOnlySpan<long> numbers) => hash.Append(MemoryMarshal.AsBytes(numbers));
}
