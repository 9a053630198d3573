using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Indexing;

/// <summary>The writing side of the derived search index. It may be deleted at any time and is made again from the store.</summary>
public interface IPassageIndexWriter : IDisposable
{
    /// <summary>The store's change number up to which the committed index is complete; 0 for a new or damaged index.</summary>
    long Sequence { get; }

    /// <summary>Adds one article version; safe to call from several threads.</summary>
    void Add(long key, Article article, IReadOnlyList<Passage> passages);

    /// <summary>Removes one article version, if present.</summary>
    void Remove(long key);

    /// <summary>Empties the index, before it is made again.</summary>
    void Clear();

    /// <summary>Makes everything so far durable and visible to readers, and notes the change number it stands at.</summary>
    void Commit(long sequence);
}
