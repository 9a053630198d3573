using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>The items of a feed so far. One is the same by its id, else by its address, else by its text.</summary>
internal sealed class KnownItems
{
    private readonly List<KnownItem> _items;
    private readonly Dictionary<string, KnownItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownItem> _byLink = new(StringComparer.Ordinal);

    public KnownItems(IEnumerable<KnownItem> items)
    {
        _items = [.. items];
        _items.ForEach(Note);
    }

    public KnownItem? Find(string itemId, string link) => _byId.GetValueOrDefault(itemId) ?? _byLink.GetValueOrDefault(link);

    /// <summary>Some publishers give an article a new id and address when they change it.</summary>
    public KnownItem? FindCopy(Article article, CopySignature signature) => _items.FindLast(item =>
        item.Signature is { } stored && CopyGroups.AreCopies(stored, signature)
        // Few words, such as "Listen to the news of the day.", say little about what they stand for.
        && (signature.Words >= CopyGroups.MinWords || string.Equals(item.Title, article.Title, StringComparison.OrdinalIgnoreCase)));

    public void Add(KnownItem item)
    {
        _items.RemoveAll(known => known.Article == item.Article);
        _items.Add(item);
        Note(item);
    }

    private void Note(KnownItem item)
    {
        if (item.ItemId.Length > 0) _byId[item.ItemId] = item;
        if (item.Link.Length > 0) _byLink[item.Link] = item;
    }
}
