namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Agglomerative clustering by average linkage (UPGMA: Sokal and Michener 1958) over sparse likenesses: the two groups
/// whose members are most alike on average become one, until no two reach the bound. One article that resembles two
/// stories cannot chain them together, as single linkage would let it.
/// </summary>
internal sealed class AverageLinkage(int count)
{
    private readonly List<int>?[] _members = [.. Enumerable.Range(0, count).Select(i => (List<int>?)[i])];

    // The sum over all pairs of members; what is not there is 0.
    private readonly Dictionary<int, float>[] _likeness = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, float>())];

    // Best first, then by number, so that equal likenesses always end alike.
    private readonly PriorityQueue<(int A, int B), (float Inverse, int A, int B)> _queue = new();

    public void Add(int a, int b, float likeness)
    {
        _likeness[a][b] = _likeness[b][a] = likeness;
        Offer(Math.Min(a, b), Math.Max(a, b), likeness);
    }

    /// <summary>The groups by their first member, members in order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Cluster(float bound)
    {
        while (_queue.TryDequeue(out var pair, out var priority))
        {
            if (-priority.Inverse < bound) break;
            // Of a group that has grown meanwhile a newer entry is waiting.
            if (IsCurrent(pair.A, pair.B, -priority.Inverse)) Join(pair.A, pair.B);
        }

        return [.. _members.OfType<List<int>>().Select(group => group.Order().ToList())];
    }

    private bool IsCurrent(int a, int b, float mean) =>
        _members[a] is not null && _members[b] is not null && _likeness[a].TryGetValue(b, out var sum) && Mean(a, b, sum) == mean;

    private void Join(int a, int b)
    {
        _members[a]!.AddRange(_members[b]!);
        _members[b] = null;
        _likeness[a].Remove(b);
        foreach (var (other, sum) in _likeness[b].Where(l => l.Key != a))
        {
            _likeness[other].Remove(b);
            _likeness[a][other] = _likeness[other][a] = _likeness[a].GetValueOrDefault(other) + sum;
        }

        foreach (var (other, sum) in _likeness[a]) Offer(Math.Min(a, other), Math.Max(a, other), Mean(a, other, sum));
    }

    private void Offer(int a, int b, float mean) => _queue.Enqueue((a, b), (-mean, a, b));

    private float Mean(int a, int b, float sum) => sum / (_members[a]!.Count * _members[b]!.Count);
}
