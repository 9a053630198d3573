using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>The items of a feed so far. One is the same by its id, else by its address, else by its text.</summary>
internal sealed class KnownItems
{
    /// <summary>Stricter than for near-copies, which only count once as evidence: here one text replaces the other.</summary>
    public const double MinResemblance = 0.85;

    private readonly List<KnownItem> _items;
    private readonly Dictionary<string, KnownItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownItem> _byLink = new(StringComparer.Ordinal);

    private readonly HashSet<string> _present;

    /// <param name="present">The ids that the feed holds now. An item whose own is among them is not found by its address, too.</param>
    public KnownItems(IEnumerable<KnownItem> items, IEnumerable<string> present)
    {
        (_items, _present) = ([.. items], [.. present]);
        _items.ForEach(Note);
    }

    public KnownItem? Find(string itemId, string link) => _byId.GetValueOrDefault(itemId)
        ?? (_byLink.TryGetValue(link, out var found) && !(found.ItemId.Length > 0 && _present.Contains(found.ItemId)) ? found : null);

    /// <summary>
    /// Some publishers give an article a new id and address when they change it. The old ones are then gone from the
    /// feed: what stands in it beside this article is another one, however alike.
    /// </summary>
    /// <param name="present">The articles that the feed holds now.</param>
    public KnownItem? FindCopy(Article article, CopySignature signature, IReadOnlySet<ArticleId> present) => _items.FindLast(item =>
        !present.Contains(item.Article) && item.Signature is { } stored && IsNearlyEqual(stored, signature)
        // Few words, such as "Listen to the news of the day.", say little about what they stand for.
        && (signature.Words >= CopyGroups.MinWords || string.Equals(item.Title, article.Title, StringComparison.OrdinalIgnoreCase)));

    public bool Holds(ArticleId article) => _items.Exists(item => item.Article == article);

    public void Add(KnownItem item)
    {
        _items.RemoveAll(known => known.Article == item.Article);
        _items.Add(item);
        Note(item);
    }

    private static bool IsNearlyEqual(CopySignature stored, CopySignature read) =>
        CopyGroups.AreCopies(stored, read) && (stored.Fingerprint == read.Fingerprint || stored.Resemblance(read) >= MinResemblance);

    private void Note(KnownItem item)
    {
        if (item.ItemId.Length > 0) _byId[item.ItemId] = item;
        if (item.Link.Length > 0) _byLink[item.Link] = item;
    }
}
