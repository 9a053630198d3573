using System.Collections.Concurrent;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Passages;

namespace BriefingBot.Tests.Indexing;

/// <summary>An index in memory that keeps, like the real one, only what was committed.</summary>
internal sealed class FakeIndexWriter(FakeIndexWriter? afterRestartOf = null) : IPassageIndexWriter
{
    private readonly ConcurrentDictionary<long, string> _live = new(afterRestartOf?.Committed ?? []);

    /// <summary>Called before each operation with its name; throws to play a failure.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public Dictionary<long, string> Committed { get; private set; } = afterRestartOf?.Committed ?? [];

    public long Sequence { get; private set; } = afterRestartOf?.Sequence ?? 0;

    public int Adds => _adds;

    private int _adds;

    public void Add(long key, Article article, IReadOnlyList<Passage> passages)
    {
        Before("add");
        Interlocked.Increment(ref _adds);
        if (!_live.TryAdd(key, article.Text)) throw new InvalidOperationException($"Article {key} was added twice.");
    }

    public void Remove(long key) => _live.TryRemove(key, out _);

    public void Clear() => _live.Clear();

    public void Commit(long sequence)
    {
        Before("commit");
        (Committed, Sequence) = (new Dictionary<long, string>(_live), sequence);
    }

    public void Dispose()
    {
    }
}
