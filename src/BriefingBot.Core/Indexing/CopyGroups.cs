namespace BriefingBot.Indexing;

/// <summary>
/// Groups articles whose bodies are copies of one text, so that a wire story printed by ten outlets counts once as
/// evidence. Candidates come from locality-sensitive hashing by bands of the signature (Leskovec, Rajaraman and
/// Ullman, Mining of Massive Datasets, ch. 3.4, http://www.mmds.org) and are verified on whole signatures.
/// </summary>
public static class CopyGroups
{
    /// <summary>
    /// Share of the shorter body's shingles that the longer must have too. A copy with a new lead, small edits and a
    /// cut tail keeps 0.8 and more; weekly round-ups and running background that share half of their text reach 0.7.
    /// </summary>
    public const double MinContainment = 0.75;

    /// <summary>
    /// Share of both bodies' shingles that must be common: below it the estimate of containment is mostly noise, and
    /// a text quoted whole in one four times as long is no copy of it.
    /// </summary>
    public const double MinResemblance = 0.25;

    /// <summary>
    /// Weather, market and lottery reports share a template but not their figures. Copies cut figures off with the
    /// tail but keep nearly all others, hence the share of the body that has fewer.
    /// </summary>
    public const double MinCommonNumbers = 0.75;

    /// <summary>Shorter bodies are grouped only when identical: one changed word is a fifth of their shingles.</summary>
    public const int MinWords = 20;

    /// <summary>Rows per band: 42 bands of 3 find 99.7 % of the pairs that resemble by 0.5, 79 % by 0.33 and 4 % by 0.1.</summary>
    private const int Rows = 3;

    /// <summary>Bounds the pairs tried within one bucket, which a template shared by thousands would make quadratic.</summary>
    private const int MaxNeighbours = 64;

    /// <summary>The group of every key: the smallest key among its copies, thus its own when it has none.</summary>
    /// <param name="signatures">In key order.</param>
    public static IReadOnlyDictionary<long, long> Find(IReadOnlyList<KeyValuePair<long, CopySignature>> signatures, CancellationToken cancellation)
    {
        var sets = new DisjointSets(signatures.Count);
        JoinIdentical(signatures, sets);

        var eligible = Enumerable.Range(0, signatures.Count).Where(i => signatures[i].Value.Words >= MinWords).ToArray();
        var (buckets, members) = (new ulong[eligible.Length], new int[eligible.Length]);
        for (var band = 0; band + Rows <= CopySignature.Slots; band += Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            eligible.CopyTo(members, 0);
            for (var i = 0; i < members.Length; i++) buckets[i] = Bucket(signatures[members[i]].Value.Minima.Slice(band, Rows));
            Array.Sort(buckets, members);
            JoinBuckets(buckets, members, signatures, sets);
        }

        return Enumerable.Range(0, signatures.Count).ToDictionary(i => signatures[i].Key, i => signatures[sets.Find(i)].Key);
    }

    /// <summary>Whether two bodies are copies of one text, by their signatures.</summary>
    public static bool AreCopies(CopySignature a, CopySignature b)
    {
        if (a.Words > 0 && a.Words == b.Words && a.Fingerprint == b.Fingerprint) return true;
        if (Math.Min(a.Words, b.Words) < MinWords) return false;
        var resemblance = a.Resemblance(b);
        return resemblance >= MinResemblance
            && a.Containment(b, resemblance) >= MinContainment
            && (a.CommonNumbers(b) ?? 1) >= MinCommonNumbers;
    }

    private static void JoinIdentical(IReadOnlyList<KeyValuePair<long, CopySignature>> signatures, DisjointSets sets)
    {
        var first = new Dictionary<(ulong, int), int>(signatures.Count);
        for (var i = 0; i < signatures.Count; i++)
        {
            var (fingerprint, words) = (signatures[i].Value.Fingerprint, signatures[i].Value.Words);
            if (words > 0 && !first.TryAdd((fingerprint, words), i)) sets.Join(first[(fingerprint, words)], i);
        }
    }

    private static void JoinBuckets(ulong[] buckets, int[] members, IReadOnlyList<KeyValuePair<long, CopySignature>> signatures, DisjointSets sets)
    {
        for (var (start, end) = (0, 0); start < buckets.Length; start = end)
        {
            while (end < buckets.Length && buckets[end] == buckets[start]) end++;
            var bucket = members.AsSpan(start, end - start);
            bucket.Sort();
            for (var i = 1; i < bucket.Length; i++)
            {
                for (var j = Math.Max(0, i - MaxNeighbours); j < i; j++)
                {
                    var (a, b) = (bucket[j], bucket[i]);
                    if (sets.Find(a) != sets.Find(b) && AreCopies(signatures[a].Value, signatures[b].Value)) sets.Join(a, b);
                }
            }
        }
    }

    private static ulong Bucket(ReadOnlySpan<uint> rows)
    {
        var hash = 0UL;
        foreach (var row in rows) hash = WordHashes.Mix((hash * 31) + row);
        return hash;
    }

    /// <summary>Union-find whose representative is the smallest member, so that groups do not depend on the order of joins.</summary>
    private sealed class DisjointSets(int count)
    {
        private readonly int[] _parents = [.. Enumerable.Range(0, count)];

        public int Find(int member)
        {
            while (_parents[member] != member) member = _parents[member] = _parents[_parents[member]];
            return member;
        }

        public void Join(int a, int b)
        {
            var (x, y) = (Find(a), Find(b));
            _parents[Math.Max(x, y)] = Math.Min(x, y);
        }
    }
}
